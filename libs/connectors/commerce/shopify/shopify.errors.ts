import { ConnectorError, type ConnectorErrorCode } from '../../port';

export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string };
}

export interface Cost {
  requestedQueryCost?: number;
  throttleStatus?: { maximumAvailable?: number; currentlyAvailable?: number; restoreRate?: number };
}

/** https://shopify.dev/docs/api/admin-graphql: status and error codes */
const CODES: Readonly<Record<string, ConnectorErrorCode>> = {
  ACCESS_DENIED: 'auth',
  UNAUTHORIZED: 'auth',
  SHOP_INACTIVE: 'auth',
  THROTTLED: 'rate_limited',
  INTERNAL_SERVER_ERROR: 'unavailable',
  TIMEOUT: 'unavailable',
};
const MESSAGES: Partial<Record<ConnectorErrorCode, string>> = {
  auth: 'Shopify does not let this app read that; check its access scopes',
  rate_limited: 'Shopify asked us to slow down',
  unavailable: 'Shopify is having trouble',
};
const DEFAULT_WAIT_MS = 1_000;

/** How long until the leaky bucket holds what the query asked for. */
function waitFor(cost: Cost | undefined): number {
  const { requestedQueryCost: asked, throttleStatus } = cost ?? {};
  const { currentlyAvailable: available, restoreRate } = throttleStatus ?? {};
  if (asked === undefined || available === undefined || !restoreRate) return DEFAULT_WAIT_MS;
  return Math.max(DEFAULT_WAIT_MS, Math.ceil(((asked - available) / restoreRate) * 1000));
}

/** The error that top-level `errors` amount to, the one that says most first. */
export function graphqlFailure(errors: readonly GraphqlError[], cost: Cost | undefined): ConnectorError {
  const known = errors.find((error) => CODES[error.extensions?.code ?? '']) ?? errors[0];
  const vendorCode = known?.extensions?.code;
  const code = CODES[vendorCode ?? ''] ?? 'rejected';
  return new ConnectorError(code, MESSAGES[code] ?? 'Shopify rejected the request', {
    vendorCode: vendorCode ?? known?.message.slice(0, 200),
    retryAfterMs: code === 'rate_limited' ? waitFor(cost) : undefined,
  });
}

/** `errors` is a list in GraphQL's words, but a bare text when the request did not reach GraphQL. */
export function errorsOf(body: { errors?: unknown }): GraphqlError[] {
  if (typeof body.errors === 'string') return [{ message: body.errors }];
  return Array.isArray(body.errors) ? (body.errors as GraphqlError[]) : [];
}

/** A mutation's own refusals: `userErrors`, or a name that ends so (`orderCancelUserErrors`). */
export function userRefusal(data: object): ConnectorError | null {
  for (const payload of Object.values(data) as unknown[]) {
    if (typeof payload !== 'object' || payload === null) continue;
    for (const [name, value] of Object.entries(payload)) {
      if (!/userErrors$/i.test(name) || !Array.isArray(value) || value.length === 0) continue;
      const first = value[0] as { message?: string; code?: string };
      const message = (value as { message?: string }[]).map((error) => error.message).join('; ');
      return new ConnectorError('rejected', `Shopify rejected the change: ${message}`, { vendorCode: first.code });
    }
  }
  return null;
}
