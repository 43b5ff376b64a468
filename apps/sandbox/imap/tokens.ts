/** An argument of a command: a bare word, a string with its bytes, or a list in parentheses. */
export type Token = { atom: string } | { data: Buffer } | { list: Token[] };

export class BadCommand extends Error {}

/** The words of a token, whichever way they were written. */
export function textOf(token: Token | undefined): string {
  if (!token || 'list' in token) throw new BadCommand('a word is missing');
  return 'atom' in token ? token.atom : token.data.toString('utf8');
}

export const listOf = (token: Token | undefined): Token[] =>
  token && 'list' in token ? token.list : token ? [token] : [];

/** Takes one command apart. `parts` is its text with the literals, in turn: text, literal, text … */
export function tokenize(parts: Buffer[]): Token[] {
  const stack: Token[][] = [[]];
  const push = (token: Token) => stack.at(-1)?.push(token);
  parts.forEach((part, index) => {
    if (index % 2 === 1) push({ data: part });
    else readText(part.toString('latin1'), push, stack);
  });
  const [tokens] = stack;
  if (stack.length !== 1 || !tokens) throw new BadCommand('a parenthesis is open');
  return tokens;
}

function readText(text: string, push: (token: Token) => void, stack: Token[][]): void {
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === ' ') at += 1;
    else if (char === '(') {
      const list: Token[] = [];
      push({ list });
      stack.push(list);
      at += 1;
    } else if (char === ')') {
      if (stack.length < 2) throw new BadCommand('a parenthesis is too much');
      stack.pop();
      at += 1;
    } else if (char === '"') {
      const end = endOfQuoted(text, at);
      push({ data: Buffer.from(text.slice(at + 1, end).replace(/\\(.)/g, '$1'), 'latin1') });
      at = end + 1;
    } else {
      const end = endOfAtom(text, at);
      push({ atom: text.slice(at, end) });
      at = end;
    }
  }
}

function endOfQuoted(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  throw new BadCommand('a quote is open');
}

/** A word ends at a space or parenthesis, but BODY[HEADER.FIELDS (FROM)]<0.10> is one. */
function endOfAtom(text: string, start: number): number {
  let brackets = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '[') brackets += 1;
    else if (char === ']') brackets -= 1;
    else if (brackets <= 0 && ' ()"'.includes(char)) return at;
  }
  return text.length;
}

export const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
