import type { EvidenceSourceBody, EvidenceSpanBody } from '@satchel/contracts';
import type { Language } from '../text/language';
import type { Spoken } from './binding';
import { Binding, fits } from './binding';
import type { Fact, FactKind, Facts } from './facts';
import type { Mask, Span } from './mask';
import type { GateProblem } from './problem';

export interface CheckContext {
  /** The whole text, as it would be sent. */
  text: string;
  mask: Mask;
  facts: Facts;
  sentences: readonly Span[];
  binding: Binding;
  language: Language | null;
  echoes: readonly string[];
  names: readonly string[];
  hosts: readonly string[];
  /** What the customer wrote, folded. */
  said: string;
  today: Date;
}

export interface Wanted {
  unit?: string;
  /** Among several facts, those that this one accepts. */
  only?: (fact: Fact) => boolean;
}

/** One check of one reply: what it rests on and what is wrong with it. */
export class Check {
  readonly problems: GateProblem[] = [];
  readonly evidence: EvidenceSpanBody[] = [];

  constructor(readonly on: CheckContext) {}

  spoken(span: Span): Spoken {
    return this.on.binding.at(span);
  }

  fitsHere(fact: Fact, spoken: Spoken): boolean {
    return fits(fact.scope, spoken);
  }

  /** Facts of a kind that may be told at a place. */
  known(
    kind: FactKind,
    keys: readonly string[],
    span: Span,
    { unit, only }: Wanted = {},
  ): { fact?: Fact; elsewhere: boolean } {
    const spoken = this.spoken(span);
    let elsewhere = false;
    for (const key of keys) {
      for (const fact of this.on.facts.find(kind, key)) {
        if ((unit !== undefined && fact.unit !== unit) || (only && !only(fact))) continue;
        if (fits(fact.scope, spoken)) return { fact, elsewhere: false };
        elsewhere = true;
      }
    }
    return { elsewhere };
  }

  /** Judges one value: evidence when a fact says so, a problem when none does. */
  judge(
    kind: FactKind,
    keys: readonly string[],
    span: Span,
    problem: GateProblem['kind'],
    wanted: Wanted = {},
  ): boolean {
    const { fact, elsewhere } = this.known(kind, keys, span, wanted);
    if (fact) this.prove(span, kind, fact.source);
    else this.wrong(elsewhere && problem !== 'link' ? 'scope' : problem, span);
    return fact !== undefined;
  }

  prove(span: Span, kind: string, source: EvidenceSourceBody): void {
    const text = this.on.text.slice(span.from, span.to);
    this.evidence.push({ from: span.from, to: span.to, text, kind, source });
  }

  wrong(kind: GateProblem['kind'], span: Span, text = this.on.text.slice(span.from, span.to).trim()): void {
    this.problems.push({ kind, text, from: span.from, to: span.to });
  }
}
