import { getDirectiveValues, GraphQLError, type GraphQLResolveInfo } from 'graphql';
import type { ViewContext } from '../view-context';

/** Refuses a field to an app without the scope, in Shopify's words. */
export function need(context: ViewContext, scope: string, field: string): void {
  const held = context.state.scopes;
  if (held.includes(scope) || held.includes(scope.replace('read_', 'write_'))) return;
  throw new GraphQLError(`Access denied for ${field} field. Required access: \`${scope}\` access scope.`, {
    extensions: { code: 'ACCESS_DENIED', requiredAccess: `\`${scope}\` access scope.` },
  });
}

/** The key of the field's `@idempotent`. */
export function idempotencyKey(info: GraphQLResolveInfo): string | null {
  const directive = info.schema.getDirective('idempotent');
  const [node] = info.fieldNodes;
  const values = directive && node ? getDirectiveValues(directive, node, info.variableValues) : undefined;
  return (values?.key as string | undefined) ?? null;
}

/** Makes it once for each key: later the same answer comes back, and nothing happens. */
export function once<T>(context: ViewContext, key: string, asked: unknown, make: () => T): T | 'mismatch' {
  const text = JSON.stringify(asked);
  const before = context.state.answered.get(key);
  if (before) return before.asked === text ? (before.made as T) : 'mismatch';
  const made = make();
  context.state.answered.set(key, { asked: text, made });
  return made;
}
