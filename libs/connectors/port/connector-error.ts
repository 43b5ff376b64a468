export type ConnectorErrorCode =
  | 'auth'
  | 'rate_limited'
  | 'rejected'
  | 'not_found'
  | 'unavailable'
  | 'window_closed'
  /** The customer told the vendor that they want nothing from us here. */
  | 'opted_out'
  /** The request left us and no answer came: it may have taken effect. Look before any second try. */
  | 'uncertain';

/**
 * The one error an adapter throws. Jobs decide by `retryable` without knowing vendors.
 * `vendorCode` is the vendor's own word, for the log and for the person who mends the connection.
 */
export class ConnectorError extends Error {
  readonly retryAfterMs: number | null;
  readonly vendorCode: string | null;

  constructor(
    readonly code: ConnectorErrorCode,
    message: string,
    options: { retryAfterMs?: number; vendorCode?: string; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'ConnectorError';
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.vendorCode = options.vendorCode ?? null;
  }

  get retryable(): boolean {
    return this.code === 'rate_limited' || this.code === 'unavailable';
  }
}
