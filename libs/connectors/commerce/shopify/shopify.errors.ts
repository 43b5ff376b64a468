import { ConnectorError, type ConnectorErrorCode } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';

export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string };
}

export interface Cost {
  requestedQueryCost?: number;
  throttleStatus?: { currentlyAvailable?: number; restoreRate?: number; maximumAvailable?: number };
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

/** A mutation's refusals that say more than "no". */
const USER_CODES: Readonly<Record<string, ConnectorErrorCode>> = {
  NOT_FOUND: 'not_found',
  MISSING_PERMISSION: 'auth',
  NO_REFUND_PERMISSION: 'auth',
};

/** A mutation's own refusals: `userErrors`, or a name that ends so (`orderCancelUserErrors`). */
export function userRefusal(data: object): ConnectorError | null {
  for (const payload of Object.values(data) as unknown[]) {
    for (const [name, value] of Object.entries(fieldsIn(payload))) {
      const told = /userErrors$/i.test(name) ? listIn(value).map(fieldsIn) : [];
      if (told.length === 0) continue;
      const message = told.map((error) => textIn(error.message)).join('; ');
      const vendorCode = textIn(told[0]?.code) || undefined;
      // An error inside Shopify may have come after the change.
      const code = vendorCode === 'INTERNAL_ERROR' ? 'uncertain' : (USER_CODES[vendorCode ?? ''] ?? 'rejected');
      return new ConnectorError(code, `Shopify rejected the change: ${message}`, { vendorCode });
    }
  }
  return null;
}

/** As `graphqlFailure`, for a request that may have changed something before the trouble began. */
export function changeFailure(errors: readonly GraphqlError[], cost: Cost | undefined): ConnectorError {
  const failure = graphqlFailure(errors, cost);
  if (failure.code === 'auth') {
    const message = "Shopify does not let this app change that; check its access scopes under the app's settings";
    return new ConnectorError('auth', message, { vendorCode: failure.vendorCode ?? undefined });
  }
  if (failure.code === 'rejected') {
    const words = errors.map((error) => error.message).join('; ');
    const message = `Shopify rejected the change: ${words.slice(0, 500)}`;
    return new ConnectorError('rejected', message, { vendorCode: failure.vendorCode ?? undefined });
  }
  if (failure.code !== 'unavailable') return failure;
  return new ConnectorError('uncertain', 'Shopify had trouble and may have done it all the same.', {
    vendorCode: failure.vendorCode ?? undefined,
  });
}
