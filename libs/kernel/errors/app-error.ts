export interface FieldError {
  field: string;
  message: string;
}

/**
 * A surprise with a name: becomes problem+json through the one filter. Expected refusals are values (`Refused`) instead.
 * `retryable: false` sends a job that throws it to the dead letters at once.
 */
export class AppError extends Error {
  readonly retryable: boolean | undefined;
  readonly errors: FieldError[] | undefined;

  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    options: { retryable?: boolean; errors?: FieldError[]; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.retryable = options.retryable;
    this.errors = options.errors;
  }
}

/** An expected "no", as a value that the caller must look at. */
export type Refused<C extends string> = { ok: false; code: C; message: string };
