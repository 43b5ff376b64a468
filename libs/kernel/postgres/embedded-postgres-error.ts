/** Why the embedded database does not run, in one sentence; `hint` says what a person can do about it. */
export class EmbeddedPostgresError extends Error {
  constructor(
    message: string,
    readonly hint: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'EmbeddedPostgresError';
  }
}

export const USE_ANOTHER = 'Set DATABASE_URL to use a PostgreSQL server of your own.';
