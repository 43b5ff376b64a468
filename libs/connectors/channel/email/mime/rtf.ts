import { decodeText } from './charset';

/** Groups that hold no words of the writer. */
const SILENT =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|\*|themedata|listtable|listoverridetable|rsidtbl|generator|xmlnstbl|fldinst)$/;
const BREAKS: Record<string, string> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  tab: '\t',
  row: '\n',
  cell: '\t',
};
const SIGNS: Record<string, string> = {
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  endash: '\u2013',
  emdash: '\u2014',
  bullet: '\u2022',
  '~': '\u00a0',
  '{': '{',
  '}': '}',
  '\\': '\\',
};
const TOKEN = /\\'([0-9a-f]{2})|\\([a-z]+)(-?\d+)? ?|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

/** The words of an RTF text, without its looks. */
export function rtfToText(rtf: Buffer): string {
  const source = rtf.toString('latin1');
  const codepage = /\\ansicpg(\d+)/.exec(source)?.[1] ?? '1252';
  const htmlInside = source.includes('\\fromhtml1');
  let text = '';
  let bytes: number[] = [];
  let skip = 0;
  const stack: { silent: boolean; unicodeSkip: number }[] = [];
  let state = { silent: false, unicodeSkip: 1 };
  const flush = (): void => {
    if (bytes.length > 0) text += decodeText(Buffer.from(bytes), `windows-${codepage}`);
    bytes = [];
  };
  const say = (words: string): void => {
    flush();
    if (!state.silent) text += words;
  };
  for (const [, hex, word, number, symbol, brace, plain] of source.matchAll(TOKEN)) {
    if (brace === '{') {
      stack.push(state);
      state = { ...state };
    } else if (brace === '}') {
      flush();
      state = stack.pop() ?? { silent: false, unicodeSkip: 1 };
    } else if (hex !== undefined) {
      if (skip > 0) skip--;
      else if (!state.silent) bytes.push(parseInt(hex, 16));
    } else if (word === 'u' && number !== undefined) {
      say(String.fromCharCode((Number(number) + 65_536) % 65_536));
      skip = state.unicodeSkip;
    } else if (word === 'uc') state.unicodeSkip = Number(number ?? 1);
    else if (word === 'htmlrtf') state.silent = htmlInside && number !== '0';
    else if (word !== undefined) {
      if (SILENT.test(word)) state.silent = true;
      else say(BREAKS[word] ?? SIGNS[word] ?? '');
    } else if (symbol !== undefined) {
      if (symbol === '*') state.silent = true;
      else say(SIGNS[symbol] ?? '');
    } else if (plain !== undefined) {
      say(skip > 0 ? plain.slice(skip) : plain);
      skip = 0;
    }
  }
  flush();
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
