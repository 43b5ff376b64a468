import type { EvidenceSourceBody } from '@satchel/contracts';

export type FactKind =
  /** "2026-11-22" */
  | 'day'
  /** "14:30" */
  | 'time'
  /** "USD 4995": minor units, so that 49.95 and 49,95 are one. */
  | 'amount'
  | 'number'
  | 'percent'
  /** Order, tracking and discount numbers: upper case without separators. */
  | 'code'
  | 'url'
  | 'email'
  /** Digits only. */
  | 'phone'
  /** Free text (a product's title, a carrier's scan): allowed word for word, never taken apart. */
  | 'text'
  /** A colour, material, carrier, tier or feature by its canonical name: "red", "not:waterproof". */
  | 'term'
  /** "shipped" or "not:shipped". */
  | 'state';

/** What a fact is about. A fact of no order, item or parcel is about the conversation as a whole. */
export type Entity = 'order' | 'item' | 'variant' | 'parcel' | 'cite';
export type Scope = { readonly [E in Entity]?: readonly string[] };

export interface Fact {
  kind: FactKind;
  key: string;
  scope: Scope;
  /** The field that held it: "total", "placedAt", "quantity". */
  role: string;
  /** What a number counts, where the text told: "day". */
  unit?: string;
  source: EvidenceSourceBody;
}

export type Act =
  | 'refund'
  | 'cancel'
  | 'return'
  | 'exchange'
  | 'address'
  | 'items'
  | 'payment'
  | 'discount'
  | 'points'
  | 'redeem'
  | 'skip'
  | 'reschedule'
  | 'resend'
  | 'task'
  | 'status'
  | 'generic';

/** What became of an act in this conversation. */
export interface ActFact {
  acts: readonly Act[];
  state: 'awaiting_confirmation' | 'awaiting_approval' | 'done' | 'denied' | 'cannot' | 'uncertain';
  scope: Scope;
  source: EvidenceSourceBody;
}

/** A passage that may be cited, or what an action said of itself, which needs no citation. */
export interface Passage {
  cite: string | null;
  text: string;
  source: EvidenceSourceBody;
}

/** A thing that sentences name, in the letters they name it with. */
export interface Named {
  entity: Entity;
  key: string;
  text: string;
}

/** Everything a reply may state, each with the place it was read. */
export class Facts {
  readonly acts: ActFact[] = [];
  readonly passages: Passage[] = [];
  readonly entities = new Map<string, Named>();
  /** Server-made sentences, true word for word: an action's summary, the policy's words for the customer. */
  readonly sentences = new Map<string, EvidenceSourceBody>();
  private readonly byKind = new Map<FactKind, Map<string, Fact[]>>();

  add(fact: Fact): void {
    if (fact.key === '') return;
    let keys = this.byKind.get(fact.kind);
    if (!keys) {
      keys = new Map<string, Fact[]>();
      this.byKind.set(fact.kind, keys);
    }
    const known = keys.get(fact.key);
    if (known) known.push(fact);
    else keys.set(fact.key, [fact]);
  }

  name(entity: Entity, key: string, text: string): void {
    this.entities.set(`${entity} ${key}`, { entity, key, text });
  }

  find(kind: FactKind, key: string): readonly Fact[] {
    return this.byKind.get(kind)?.get(key) ?? [];
  }

  all(kind: FactKind): readonly Fact[] {
    return [...(this.byKind.get(kind)?.values() ?? [])].flat();
  }

  keys(kind: FactKind): Iterable<string> {
    return this.byKind.get(kind)?.keys() ?? [];
  }
}

export function normaliseCode(code: string): string {
  return code.replace(/[\s#-]/g, '').toUpperCase();
}

/** Scheme and host in lower case; path and query as they are, since they address something. */
export function normaliseUrl(url: string): string {
  try {
    return new URL(url).href.replace(/\/$/, '');
  } catch {
    return url.trim();
  }
}
