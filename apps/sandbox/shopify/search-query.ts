/**
 * Shopify's search syntax (shopify.dev/docs/api/usage/search-syntax): `field:value`, quoted values, comparators,
 * prefix `*`, `-`/NOT, parentheses, OR, and AND (also implied by a space). A backslash escapes one character.
 */
export interface Term {
  kind: 'term';
  field: string | null;
  operator: ':' | '>' | '>=' | '<' | '<=';
  value: string;
  prefix: boolean;
}
export type Search = Term | { kind: 'and' | 'or'; parts: Search[] } | { kind: 'not'; part: Search };

interface Token {
  type: 'word' | '(' | ')' | 'and' | 'or' | 'not';
  term?: Term;
}

const quotes = new Set(['"', "'"]);

class Scanner {
  private at = 0;
  constructor(private readonly text: string) {}

  tokens(): Token[] {
    const found: Token[] = [];
    for (;;) {
      while (/\s/.test(this.char())) this.at += 1;
      const char = this.char();
      if (char === '') return found;
      if (char === '(' || char === ')') {
        this.at += 1;
        found.push({ type: char });
      } else if (char === '-') {
        this.at += 1;
        found.push({ type: 'not' });
      } else found.push(this.word());
    }
  }

  private char(): string {
    return this.text[this.at] ?? '';
  }

  private word(): Token {
    const start = this.at;
    const field = /^[A-Za-z_][\w.]*(?=:)/.exec(this.text.slice(start))?.[0] ?? null;
    if (field === null) {
      const { value, quoted, prefix } = this.value();
      if (!quoted && (value === 'AND' || value === 'OR' || value === 'NOT')) {
        return { type: value.toLowerCase() as 'and' | 'or' | 'not' };
      }
      return { type: 'word', term: { kind: 'term', field: null, operator: ':', value, prefix } };
    }
    this.at += field.length + 1;
    const comparator = /^(>=|<=|>|<)/.exec(this.text.slice(this.at))?.[0] as Term['operator'] | undefined;
    this.at += comparator?.length ?? 0;
    const { value, prefix } = this.value();
    return { type: 'word', term: { kind: 'term', field, operator: comparator ?? ':', value, prefix } };
  }

  private value(): { value: string; quoted: boolean; prefix: boolean } {
    const quote = quotes.has(this.char()) ? this.char() : null;
    if (quote) this.at += 1;
    let value = '';
    let prefix = false;
    for (;;) {
      const char = this.char();
      if (char === '') break;
      if (char === '\\') {
        value += this.text[this.at + 1] ?? '';
        this.at += 2;
        prefix = false;
        continue;
      }
      if (quote ? char === quote : /[\s()]/.test(char)) break;
      prefix = char === '*' && !quote;
      value += char;
      this.at += 1;
    }
    if (quote) this.at += 1;
    return { value: prefix ? value.slice(0, -1) : value, quoted: quote !== null, prefix };
  }
}

class Parser {
  private at = 0;
  constructor(private readonly tokens: Token[]) {}

  parse(): Search {
    const parts: Search[] = [];
    while (this.at < this.tokens.length) {
      parts.push(this.or());
      if (this.peek() === ')') this.at += 1; // a stray bracket ends nothing
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
  }

  private peek(): Token['type'] | null {
    return this.tokens[this.at]?.type ?? null;
  }

  private or(): Search {
    const parts = [this.and()];
    while (this.peek() === 'or') {
      this.at += 1;
      parts.push(this.and());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts };
  }

  private and(): Search {
    const parts: Search[] = [];
    for (let next = this.peek(); next !== null && next !== ')' && next !== 'or'; next = this.peek()) {
      if (next === 'and') this.at += 1;
      else parts.push(this.one());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
  }

  private one(): Search {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.type === 'not') return { kind: 'not', part: this.one() };
    if (token?.type === '(') {
      const inside = this.or();
      if (this.peek() === ')') this.at += 1;
      return inside;
    }
    return token?.term ?? { kind: 'and', parts: [] };
  }
}

export function parseSearch(text: string): Search {
  return new Parser(new Scanner(text).tokens()).parse();
}

export function termsOf(search: Search): Term[] {
  if (search.kind === 'term') return [search];
  return search.kind === 'not' ? termsOf(search.part) : search.parts.flatMap(termsOf);
}

export function matches(search: Search, test: (term: Term) => boolean): boolean {
  if (search.kind === 'term') return test(search);
  if (search.kind === 'not') return !matches(search.part, test);
  return search.kind === 'and'
    ? search.parts.every((part) => matches(part, test))
    : search.parts.some((part) => matches(part, test));
}
