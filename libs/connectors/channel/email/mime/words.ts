import { decodeText } from './charset';

const WORD = /=\?([^?\s*]*)(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?=/g;

/**
 * RFC 2047 encoded words as text. Neighbours of one charset are joined before they are decoded, because programs cut
 * characters in half; spaces between two words are not part of the text.
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  let text = '';
  let last = 0;
  let run: { charset: string; bytes: Buffer[] } | null = null;
  const flush = (): void => {
    if (run) text += decodeText(Buffer.concat(run.bytes), run.charset);
    run = null;
  };
  for (const match of value.matchAll(WORD)) {
    const [whole, charset = '', encoding = '', content = ''] = match;
    const between = value.slice(last, match.index);
    if (!run || between.trim() !== '' || run.charset !== charset.toLowerCase()) {
      const joined = run !== null && between.trim() === '';
      flush();
      if (!joined) text += between;
      run = { charset: charset.toLowerCase(), bytes: [] };
    }
    run.bytes.push(/b/i.test(encoding) ? Buffer.from(content, 'base64') : wordBytes(content));
    last = match.index + whole.length;
  }
  flush();
  return text + value.slice(last);
}

function wordBytes(content: string): Buffer {
  const bytes = content
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  // Raw characters inside a word are illegal and do occur.
  return /[\u0100-\uffff]/.test(bytes) ? Buffer.from(bytes) : Buffer.from(bytes, 'latin1');
}
