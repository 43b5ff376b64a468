import {
  buildSchema,
  execute,
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { answerCost, MOST_PER_QUERY, queryCost, type Bucket } from './cost';
import { shopifyError } from './errors';
import { mutationRoot } from './mutations/root';
import type { SearchReport, ViewContext } from './view-context';
import { queryRoot } from './root';
import { schemaText } from './schema';

let built: GraphQLSchema | undefined;
/** Built on the first request: a start that needs no shop does not pay for it. */
export function schema(): GraphQLSchema {
  built ??= buildSchema(schemaText);
  return built;
}

export interface GraphqlRequest {
  query?: unknown;
  variables?: unknown;
  operationName?: unknown;
}

function readDocument(query: string): { document: DocumentNode } | { errors: GraphQLError[] } {
  try {
    const document = parse(query);
    const errors = validate(schema(), document);
    return errors.length > 0 ? { errors: [...errors] } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

/** These only prepare a change. */
const STAGES = new Set(['orderEditBegin', 'orderEditAddVariant', 'orderEditSetQuantity']);

/** Whether it asks to change something; what cannot be read changes nothing. */
export function isMutation({ query, operationName }: GraphqlRequest): boolean {
  const read = readDocument(typeof query === 'string' ? query : '');
  if ('errors' in read) return false;
  const name = typeof operationName === 'string' ? operationName : undefined;
  const asked = getOperationAST(read.document, name);
  const fields = asked?.selectionSet.selections.map((one) => (one.kind === Kind.FIELD ? one.name.value : '')) ?? [];
  return asked?.operation === OperationTypeNode.MUTATION && !fields.every((field) => STAGES.has(field));
}

/** Answers one request the way Shopify does: everything below is an HTTP 200. */
export async function answer(
  shop: Omit<ViewContext, 'searches'>,
  bucket: Bucket,
  request: GraphqlRequest,
): Promise<Record<string, unknown>> {
  if (typeof request.query !== 'string') {
    return { errors: { query: 'Required parameter missing or invalid' } };
  }
  const variables = (request.variables ?? {}) as Record<string, unknown>;
  const read = readDocument(request.query);
  if ('errors' in read) return { errors: read.errors.map(shopifyError) };
  const requested = queryCost(schema(), read.document, variables);
  if (requested > MOST_PER_QUERY) {
    return {
      errors: [
        {
          message: `Query cost is ${requested}, which exceeds the single query max cost limit (${MOST_PER_QUERY}).`,
          extensions: {
            code: 'MAX_COST_EXCEEDED',
            cost: requested,
            maxCost: MOST_PER_QUERY,
            documentation: 'https://shopify.dev/api/usage/rate-limits',
          },
        },
      ],
    };
  }
  const cost = (actual: number | null) => ({
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: bucket.status(),
  });
  if (!bucket.reserve(requested)) {
    return {
      errors: [
        {
          message: 'Throttled',
          extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
        },
      ],
      extensions: { cost: cost(null) },
    };
  }
  const searches: SearchReport[] = [];
  const result = await execute({
    schema: schema(),
    document: read.document,
    rootValue: { ...queryRoot({ ...shop, searches }), ...mutationRoot({ ...shop, searches }) },
    variableValues: variables,
    operationName: typeof request.operationName === 'string' ? request.operationName : null,
  });
  const actual = Math.min(requested, Math.max(1, answerCost(result.data) - 1));
  bucket.giveBack(requested - actual);
  return {
    // Before a field is run Shopify leaves `data` out; after, it is there, null or not.
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors ? { errors: result.errors.map(shopifyError) } : {}),
    extensions: { cost: cost(actual), ...(searches.length > 0 ? { search: searches } : {}) },
  };
}
