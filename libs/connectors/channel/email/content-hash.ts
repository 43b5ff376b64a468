import { createHash } from 'node:crypto';
import { Headers } from './headers';

/**
 * SHA-256 of what a mail says: the bytes after the header, so that the trace lines which each way adds do not matter.
 * Line ends and blank lines at the end are how a transport stores it, not what was said.
 */
export function contentHash(raw: Buffer, headers = Headers.of(raw)): string {
  const hash = createHash('sha256');
  let end = raw.length;
  while (end > 0 && isBlank(raw[end - 1])) end--;
  let from = Math.min(headers.bodyStart, end);
  for (let at = raw.indexOf('\r\n', from); at >= 0 && at < end; at = raw.indexOf('\r\n', from)) {
    hash.update(raw.subarray(from, at)).update('\n');
    from = at + 2;
  }
  return hash.update(raw.subarray(from, end)).digest('hex');
}

const isBlank = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d || byte === 0x20;
