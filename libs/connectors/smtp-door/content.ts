import type { IntakeBudget } from './intake-budget';

export const MB = 1024 * 1024;
/** Kept whole. */
export const MAX_WHOLE_BYTES = 40 * MB;
/** Of a longer one the head and the start of its text are kept; beyond this it is refused. */
export const MAX_ACCEPTED_BYTES = 64 * MB;
const BEGINNING_BYTES = MB;

/** `release` gives the memory back, once the mail is stored or refused. */
export type Content =
  | { ok: true; raw: Buffer; size: number; truncated: boolean; release: () => void }
  | { ok: false; why: 'too large' | 'no room' };

/** Reads to the end whatever happens, as the protocol wants; what will not be kept is forgotten as it comes. */
export async function contentOf(stream: AsyncIterable<Buffer>, budget: IntakeBudget): Promise<Content> {
  let chunks: Buffer[] = [];
  let size = 0;
  let held = 0;
  let isFull = false;
  const release = (): void => {
    budget.release(held);
    held = 0;
    chunks = [];
  };
  try {
    for await (const chunk of stream) {
      const was = size;
      size += chunk.length;
      if (isFull || was > MAX_WHOLE_BYTES) continue;
      if (size > MAX_WHOLE_BYTES) {
        const raw = Buffer.concat(chunks).subarray(0, BEGINNING_BYTES);
        const beginning = Buffer.from(raw);
        release();
        chunks = [beginning];
        // What was just released has room for it.
        budget.take((held = beginning.length));
        continue;
      }
      if (budget.take(chunk.length)) {
        held += chunk.length;
        chunks.push(chunk);
      } else {
        isFull = true;
        release();
      }
    }
  } catch (error) {
    release();
    throw error;
  }
  if (size > MAX_ACCEPTED_BYTES) {
    release();
    return { ok: false, why: 'too large' };
  }
  if (isFull) return { ok: false, why: 'no room' };
  return { ok: true, raw: Buffer.concat(chunks), size, truncated: size > MAX_WHOLE_BYTES, release };
}
