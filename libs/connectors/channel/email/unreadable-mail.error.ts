/** A mail that could not be understood at all: it is put aside with this reason, its bytes kept. */
export class UnreadableMailError extends Error {
  override readonly name = 'UnreadableMailError';

  constructor(cause: unknown) {
    super(`This mail cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
