import {
  Kind,
  OperationTypeNode,
  getNamedType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Above this a query is refused whatever the bucket holds. */
export const MOST_PER_QUERY = 1000;
/** Of each field of a mutation, besides what it reads back. */
const MUTATION_COST = 10;

/**
 * The calculated cost of a query in Shopify's manner: scalars are free, an object costs one, a list or connection
 * grows with `first`. Shopify does not publish how fast it grows; here it is logarithmic, so that deep but sane
 * queries pass and greedy ones do not.
 */
export function queryCost(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition.selectionSet);
  }
  const sizeOf = (field: FieldNode): number | null => {
    const argument = field.arguments?.find(({ name }) => name.value === 'first' || name.value === 'last')?.value;
    if (argument?.kind === Kind.INT) return Number(argument.value);
    if (argument?.kind === Kind.VARIABLE) return Number(variables[argument.name.value] ?? 1);
    return null;
  };
  const cost = (set: SelectionSetNode, type: GraphQLNamedType | undefined): number => {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) sum += cost(fragment, type);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        sum += cost(selection.selectionSet, type);
      } else if (selection.selectionSet && isObjectType(type)) {
        const field = type.getFields()[selection.name.value];
        const inner = cost(selection.selectionSet, field ? getNamedType(field.type) : undefined);
        const size = sizeOf(selection);
        const wrapper = ['nodes', 'edges', 'node', 'pageInfo'].includes(selection.name.value);
        sum += wrapper ? inner : size === null ? 1 + inner : 1 + Math.ceil(2 * Math.log(size + 1)) * (1 + inner);
      }
    }
    return sum;
  };
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return 0;
  const fields = operation.selectionSet.selections.length;
  return operation.operation === OperationTypeNode.MUTATION
    ? MUTATION_COST * fields + cost(operation.selectionSet, schema.getMutationType() ?? undefined) - fields
    : cost(operation.selectionSet, schema.getQueryType() ?? undefined);
}

/** What the answer really held: one for each object. */
export function answerCost(data: unknown): number {
  if (Array.isArray(data)) return data.reduce((sum: number, entry) => sum + answerCost(entry), 0);
  if (typeof data !== 'object' || data === null) return 0;
  return 1 + Object.values(data).reduce((sum: number, entry) => sum + answerCost(entry), 0);
}

/** The leaky bucket of one app on one shop. */
export class Bucket {
  maximumAvailable = 2000;
  restoreRate = 100;
  private available = 2000;
  private at: number;

  constructor(private readonly clock: () => Date) {
    this.at = clock().getTime();
  }

  set(values: { maximumAvailable?: number; restoreRate?: number; currentlyAvailable?: number }): void {
    this.currentlyAvailable();
    this.maximumAvailable = values.maximumAvailable ?? this.maximumAvailable;
    this.restoreRate = values.restoreRate ?? this.restoreRate;
    this.available = values.currentlyAvailable ?? Math.min(this.available, this.maximumAvailable);
  }

  currentlyAvailable(): number {
    const now = this.clock().getTime();
    const restored = ((now - this.at) / 1000) * this.restoreRate;
    this.available = Math.min(this.maximumAvailable, this.available + restored);
    this.at = now;
    return Math.floor(this.available);
  }

  /** False when the bucket does not hold the requested cost: throttled. */
  reserve(requested: number): boolean {
    if (requested > this.currentlyAvailable()) return false;
    this.available -= requested;
    return true;
  }

  giveBack(points: number): void {
    this.available = Math.min(this.maximumAvailable, this.available + points);
  }

  status() {
    return {
      maximumAvailable: this.maximumAvailable,
      currentlyAvailable: this.currentlyAvailable(),
      restoreRate: this.restoreRate,
    };
  }
}
