import type { ChannelAddress } from '../../port';
import { parseAddresses } from './mime/addresses';
import { blockAt, isForwardSubject } from './text/reply-blocks';

const FROM_LINE = /^[>\s*]*\p{L}[\p{L} ]{0,15}\*?\s*[:：]\s*(.*@.*)$/u;
/** How far below its mark the header of a forwarded mail goes. */
const HEADER_LINES = 10;

/** Who wrote the mail that a colleague passed on: the first sender in the block that mail programs put above it. */
export function forwardedFrom(text: string, subject: string | null): ChannelAddress | null {
  const lines = text.split('\n').map((line) => line.replace(/^(?:>\s?)+/, ''));
  const isForward = isForwardSubject(subject);
  const at = lines.findIndex((_, index) => {
    const block = blockAt(lines, index);
    return block === 'forwarded' || (block !== null && isForward);
  });
  if (at < 0) return null;
  for (const line of lines.slice(at, at + HEADER_LINES)) {
    const [found] = parseAddresses(FROM_LINE.exec(line.replaceAll('mailto:', ''))?.[1] ?? '');
    if (found) return { address: found.address, name: found.name?.replace(/\*/g, '').trim() || null };
  }
  return null;
}
