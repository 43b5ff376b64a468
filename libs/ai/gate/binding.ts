import type { Entity, Facts, Scope } from './facts';
import { normaliseCode } from './facts';
import { fold } from '../text/normalise';
import type { Span } from './mask';
import { sentenceAt } from './sentences';

/** What the words around a place speak of: a fact of another order is no fact there. */
export type Spoken = { readonly [E in Entity]?: ReadonlySet<string> };

interface Mention extends Span {
  entity: Entity;
  key: string;
}

/** Mentions this close, with nothing told between them, are spoken of together: "#1001 and #1002 were ..." */
const TOGETHER = 30;
/** "89 EUR for the Ridge Pack": what follows so close is what a value belongs to. */
const AHEAD = 26;
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** Knows for every place of a reply which orders, items and parcels are spoken of there. */
export class Binding {
  private readonly mentions: Mention[][];
  private readonly cites: ReadonlySet<string>[];

  constructor(
    private readonly text: string,
    private readonly sentences: readonly Span[],
    facts: Facts,
    echoes: readonly string[],
    cited: readonly { at: number; cite: string }[],
  ) {
    this.mentions = sentences.map(() => []);
    for (const mention of findMentions(text, facts, echoes))
      this.mentions[sentenceAt(sentences, mention.from)]?.push(mention);
    this.cites = this.readCites(cited);
  }

  at({ from, to }: Span): Spoken {
    const index = sentenceAt(this.sentences, from);
    const spoken: { [E in Entity]?: ReadonlySet<string> } = { cite: this.cites[index] };
    for (const entity of ['order', 'item', 'variant', 'parcel'] as const) {
      const here = this.bound(index, entity, from, to);
      if (here) spoken[entity] = here;
      // An order stays the topic until another one is named, an item for one sentence more.
      else if (entity === 'order') spoken.order = this.before(index, 'order', 50);
      else if (entity === 'item') spoken.item = this.before(index, 'item', 1);
    }
    return spoken;
  }

  citesAt(index: number): ReadonlySet<string> {
    return this.cites[index] ?? new Set();
  }

  /** Whether a place lies in the name of something. */
  named(span: Span): Mention | undefined {
    return this.mentions[sentenceAt(this.sentences, span.from)]?.find(
      ({ from, to }) => from <= span.from && span.to <= to,
    );
  }

  /** The item whose name follows at once: "2 x Ridge Pack". */
  following(to: number): string | undefined {
    const next = this.mentions[sentenceAt(this.sentences, to - 1)]?.find(
      (mention) => mention.entity === 'item' && mention.from >= to && mention.from - to <= 4,
    );
    return next && /^\s*[x×]?\s*["„«“]?$/.test(this.text.slice(to, next.from)) ? next.key : undefined;
  }

  private groups(index: number, entity: Entity): Mention[][] {
    const groups: Mention[][] = [];
    for (const mention of this.mentions[index] ?? []) {
      if (mention.entity !== entity) continue;
      const group = groups.at(-1);
      const last = group?.at(-1);
      const between = last ? this.text.slice(last.to, mention.from) : '';
      if (group && last && between.length <= TOGETHER && !/\d|\(/.test(between) && !/[.:;]/.test(between))
        group.push(mention);
      else groups.push([mention]);
    }
    return groups;
  }

  private bound(index: number, entity: Entity, from: number, to: number): ReadonlySet<string> | undefined {
    const groups = this.groups(index, entity);
    if (groups.length === 0) return undefined;
    const keys = (group: Mention[] | undefined): ReadonlySet<string> => new Set(group?.map(({ key }) => key));
    if (groups.length === 1) return keys(groups[0]);
    const own = groups.find((group) => group.some((mention) => mention.from < to && from < mention.to));
    if (own) return keys(own);
    const ahead = groups.find(([first]) => (first?.from ?? 0) >= to);
    const gap = ahead ? this.text.slice(to, ahead[0]?.from) : '';
    if (ahead && gap.length <= AHEAD && !/[,;.:()]|\b(?:and|und|en|et|y)\b/i.test(gap)) return keys(ahead);
    const behind = groups.filter(([first]) => (first?.from ?? 0) < from).at(-1);
    return keys(behind ?? groups[0]);
  }

  private before(index: number, entity: Entity, most: number): ReadonlySet<string> | undefined {
    for (let i = index - 1; i >= 0 && i >= index - most; i -= 1) {
      const last = this.groups(i, entity).at(-1);
      if (last) return new Set(last.map(({ key }) => key));
    }
    return undefined;
  }

  /** A mark covers its sentence and those before it in the paragraph that have none of their own. */
  private readCites(cited: readonly { at: number; cite: string }[]): ReadonlySet<string>[] {
    const own = this.sentences.map(() => new Set<string>());
    for (const { at, cite } of cited) own[sentenceAt(this.sentences, Math.max(0, at - 1))]?.add(cite);
    const covered = own.map((set) => set);
    for (let i = own.length - 2; i >= 0; i -= 1) {
      const [here, next] = [this.sentences[i], this.sentences[i + 1]];
      if (own[i]?.size || !here || !next) continue;
      if (
        !this.text
          .slice(here.from, next.from + 1)
          .trim()
          .includes('\n')
      )
        covered[i] = covered[i + 1] ?? new Set();
    }
    return covered;
  }
}

function findMentions(text: string, facts: Facts, echoes: readonly string[]): Mention[] {
  const names = [...facts.entities.values()].filter(({ text: name }) => name.length >= 2);
  const byText = new Map<string, { entity: Entity; key: string }>();
  const sources: string[] = [];
  const put = (name: string, entity: Entity, key: string): void => {
    const bare = name.replace(/^#/, '');
    if (entity === 'variant' && (name.match(/\p{L}/gu) ?? []).length < 3) return;
    byText.set(fold(bare).replace(/\s+/g, ' '), { entity, key });
    // A short number is an order's only with its mark.
    sources.push(entity === 'order' && /^\d{1,3}$/.test(bare) ? `#${escape(bare)}` : escape(bare));
  };
  for (const { entity, key, text: name } of names) put(name, entity, key);
  for (const echo of echoes) put(echo, 'order', normaliseCode(echo));
  if (sources.length === 0) return [];
  sources.sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])#?(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].flatMap(({ 0: hit, index }) => {
    const known = byText.get(fold(hit.replace(/^#/, '')).replace(/\s+/g, ' '));
    return known ? [{ ...known, from: index, to: index + hit.length }] : [];
  });
}

/** Whether a fact of this scope may be told where this is spoken of. */
export function fits(scope: Scope, spoken: Spoken): boolean {
  for (const entity of ['order', 'item', 'variant', 'parcel'] as const) {
    const [own, here] = [scope[entity], spoken[entity]];
    if (own && here && !own.some((key) => here.has(key))) return false;
  }
  return !scope.cite || scope.cite.some((cite) => spoken.cite?.has(cite));
}
