import { Kind, type ASTNode, type GraphQLError } from 'graphql';

interface ShopifyError {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}

type Rule = [RegExp, (found: RegExpExecArray) => { message: string; extensions: Record<string, unknown> }];

/** graphql-js's wording -> Shopify's (which runs graphql-ruby), with the `extensions.code` that clients read. */
const rules: Rule[] = [
  [
    /^Cannot query field "(\w+)" on type "(\w+)"/,
    ([, field, type]) => ({
      message: `Field '${field}' doesn't exist on type '${type}'`,
      extensions: { code: 'undefinedField', typeName: type, fieldName: field },
    }),
  ],
  [
    /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    ([, argument, field]) => ({
      message: `Field '${field}' doesn't accept argument '${argument}'`,
      extensions: { code: 'argumentNotAccepted', name: field, typeName: 'Field', argumentName: argument },
    }),
  ],
  [
    /^Field "(\w+)" of type "([\w![\]]+)" must have a selection of subfields/,
    ([, field, type]) => ({
      message: `Field must have selections (field '${field}' returns ${type?.replace(/\W/g, '')} but has no selections. Did you mean '${field} { ... }'?)`,
      extensions: { code: 'selectionMismatch', nodeName: `field '${field}'`, typeName: type?.replace(/\W/g, '') },
    }),
  ],
  [
    /^Field "(\w+)" argument "(\w+)" of type "([\w![\]]+)" is required/,
    ([, field, argument]) => ({
      message: `Field '${field}' is missing required arguments: ${argument}`,
      extensions: { code: 'missingRequiredArguments', className: 'Field', name: field, arguments: argument },
    }),
  ],
  [
    /^Variable "\$(\w+)" is not defined/,
    ([, name]) => ({
      message: `Variable $${name} is used by anonymous query but not declared`,
      extensions: { code: 'variableNotDefined', variableName: name },
    }),
  ],
  [
    /^Variable "\$(\w+)" is never used/,
    ([, name]) => ({
      message: `Variable $${name} is declared by anonymous query but not used`,
      extensions: { code: 'variableNotUsed', variableName: name },
    }),
  ],
  [
    /^Variable "\$(\w+)" (?:of (?:required|non-null) type "([\w![\]]+)"|got invalid value)/,
    ([, name, type]) => ({
      message: `Variable $${name}${type ? ` of type ${type}` : ''} was provided invalid value`,
      extensions: { code: 'INVALID_VARIABLE', problems: [{ path: [], explanation: 'Expected value to not be null' }] },
    }),
  ],
  [
    /^Unknown type "(\w+)"/,
    ([, type]) => ({
      message: `${type} isn't a defined input type`,
      extensions: { code: 'variableRequiresValidType', typeName: type },
    }),
  ],
  [/^Syntax Error: (.*)/, ([, what]) => ({ message: `Parse error: ${what}`, extensions: {} })],
];

function fieldPath(nodes: readonly ASTNode[] | undefined): string[] | undefined {
  const node = nodes?.[0];
  return node?.kind === Kind.FIELD ? ['query', node.name.value] : undefined;
}

/** One error of graphql-js as Shopify words it. */
export function shopifyError(error: GraphQLError): ShopifyError {
  const base = { locations: error.locations, path: error.path ?? fieldPath(error.nodes) };
  for (const [pattern, word] of rules) {
    const found = pattern.exec(error.message);
    if (found) {
      const { message, extensions } = word(found);
      return { message, ...base, ...(Object.keys(extensions).length > 0 ? { extensions } : {}) };
    }
  }
  return { message: error.message, ...base, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...error.extensions } };
}
