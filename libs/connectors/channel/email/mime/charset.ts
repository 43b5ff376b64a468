import { TextDecoder } from 'node:util';
import chardet from 'chardet';
import iconv from 'iconv-lite';

/** How mails call a charset where it differs from what a decoder wants; the wider one where programs say the narrower. */
const ALIASES: Record<string, string> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'ansi_x3.4-1968': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  cp1252: 'windows-1252',
  utf8: 'utf-8',
  'utf-8mb4': 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  'ks_c_5601-1987': 'euc-kr',
  ks_c_5601: 'euc-kr',
  cp949: 'euc-kr',
  cp932: 'shift_jis',
  'iso-8859-8-i': 'iso-8859-8',
  'iso-8859-8-e': 'iso-8859-8',
  cp850: 'cp850',
};
/** Labels that say nothing. */
const UNKNOWN = /^(x-)?(unknown|unknown-8bit|user-defined|default|none|binary|undefined|null|_autodetect.*)$/;
/** Charsets in which ASCII bytes mean something else. */
const NOT_ASCII = /^(utf-?16|utf-?32|utf-?7|ucs|iso-2022|hz)/;
const MULTI_BYTE = /^(gb|big5|euc|shift|iso-2022|hz|utf-?16|utf-?32|utf-?7|ucs)/;
/** More tells nothing new about a charset. */
const SAMPLE_BYTES = 16 * 1024;
/** Below this a guess of the statistics is no better than the charset of most old mail. */
const SURE_ENOUGH = 40;
const HARDLY_SURE = 10;
/** Bytes that the ISO charset leaves empty tell that it is Windows' version of it. */
const WINDOWS_TWINS: Record<string, string> = {
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  'iso-8859-9': 'windows-1254',
};
/** What the statistics answer for noise far more often than for mail. */
const NEVER_GUESSED = /^(ascii|utf-?16|utf-?32|ibm)/;

/**
 * Bytes as text, whatever the label says: labels are often wrong, missing or unknown, and the text must come out all the
 * same. UTF-8 that is valid and not mere ASCII is believed over a single-byte label; it is never so by chance.
 */
export function decodeText(bytes: Buffer, label: string | null | undefined): string {
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  const charset = normaliseCharset(label);
  if (isAscii(bytes) && !(charset && NOT_ASCII.test(charset)) && !looksEscaped(bytes)) return bytes.toString('latin1');

  if (charset === null || charset === 'windows-1252') {
    if (looksEscaped(bytes)) return decodeAs(bytes, 'iso-2022-jp') ?? bytes.toString('latin1');
    return strictUtf8(bytes) ?? decodeAs(bytes, charset ?? guess(bytes)) ?? bytes.toString('latin1');
  }
  if (charset === 'utf-8') return utf8OrWhatItIs(bytes);
  const text = decodeAs(bytes, charset);
  if (!MULTI_BYTE.test(charset)) return strictUtf8(bytes) ?? text ?? byGuess(bytes);
  if (text !== null && !text.includes('\ufffd')) return text;
  return strictUtf8(bytes) ?? text ?? byGuess(bytes);
}

/** Lower case and in a decoder's words; null when the label tells nothing. */
export function normaliseCharset(label: string | null | undefined): string | null {
  const name = (label ?? '')
    .trim()
    .replace(/^['"]+|['";]+$/g, '')
    .toLowerCase();
  if (name === '' || UNKNOWN.test(name)) return null;
  const known = ALIASES[name] ?? name.replace(/^(?:cp|ms|win|windows)[-_]?(125\d)$/, 'windows-$1');
  return decoderOf(known) || iconv.encodingExists(known) ? known : null;
}

function utf8OrWhatItIs(bytes: Buffer): string {
  const strict = strictUtf8(bytes);
  if (strict !== null) return strict;
  const lenient = bytes.toString('utf8');
  const broken = lenient.split('\ufffd').length - 1;
  const good = lenient.length - lenient.replace(/[^\u0000-\u007f\ufffd]/g, '').length;
  // A mail cut in the middle of a character is still UTF-8; one in which nothing fits is not.
  return good > broken ? lenient : byGuess(bytes);
}

const byGuess = (bytes: Buffer): string => decodeAs(bytes, guess(bytes)) ?? bytes.toString('latin1');

function guess(bytes: Buffer): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  // Of a script without Latin letters even a weak guess is better than accents in a row.
  const enough = isOtherScript(sample) ? HARDLY_SURE : SURE_ENOUGH;
  const best = chardet
    .analyse(sample)
    .find((it) => it.confidence >= enough && !NEVER_GUESSED.test(it.name.toLowerCase()));
  const name = normaliseCharset(best?.name);
  if (name === null || name === 'utf-8') return 'windows-1252';
  const onWindows = sample.some((byte) => byte >= 0x80 && byte < 0xa0);
  return onWindows ? (WINDOWS_TWINS[name] ?? name) : name;
}

function isOtherScript(bytes: Buffer): boolean {
  let latin = 0;
  let other = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) other++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) latin++;
  }
  return other > latin;
}

function decodeAs(bytes: Buffer, charset: string): string | null {
  try {
    // Node 20 reads windows-1252 as Latin-1, so the runtime's decoders come second; ISO-2022-JP only they know.
    if (iconv.encodingExists(charset)) return iconv.decode(bytes, charset, { stripBOM: false });
    return decoderOf(charset)?.decode(bytes) ?? null;
  } catch {
    return null;
  }
}

function decoderOf(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset, { ignoreBOM: true });
  } catch {
    return null;
  }
}

export function strictUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes.subarray(2), 'utf-16be');
  return null;
}

/** ISO-2022-JP shifts with ESC $ or ESC (; nothing else in mail does. */
const looksEscaped = (bytes: Buffer): boolean => bytes.includes('\u001b$') || bytes.includes('\u001b(J');

export function isAscii(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte > 127) return false;
  return true;
}
