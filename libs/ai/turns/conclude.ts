import type { EvidenceSpanBody } from '@satchel/contracts';
import type { GateResult } from '../gate/gate';
import type { Decision } from '../modes/mode';
import type { LoopResult } from '../loop/loop-types';
import { guessLanguage } from '../text/language';
import type { Language } from '../text/language';
import { cleanLine } from '../text/normalise';
import type { HandoffReason } from '../tools/handoff-reasons';
import { HANDOFF_REASONS } from '../tools/handoff-reasons';
import type { Proposal } from '../tools/tool';
import type { Understanding } from '../understand';
import { type Ground, ground } from './ground';
import { bodyAt, bodyOf, firstNameOf, type LetterParts, writeLetter } from './letter';
import { proposalWords } from './proposal-words';

/** What a turn ends with; pure, so that every rule about sending is in one place and tested as such. */
export type Plan =
  | { kind: 'send'; text: string; reason: string; gate: GateResult; spans: EvidenceSpanBody[] }
  | { kind: 'draft'; text: string; reason: string; gate: GateResult; spans: EvidenceSpanBody[] }
  | {
      kind: 'hand_over';
      code: HandoffReason;
      reason: string;
      summary: string;
      draft: string | null;
      gate: GateResult | null;
      /** What the draft rests on, where it says so. */
      spans: EvidenceSpanBody[];
      /** In which language the customer hears that a person takes over; null: they do not. */
      tell: Language | null;
    }
  | { kind: 'skip'; reason: string };

/** Where a program's word would be the wrong one, or would only teach an attacker. */
const UNTOLD: ReadonlySet<HandoffReason> = new Set<HandoffReason>(['injection', 'safety', 'legal', 'smalltalk']);

export interface ConcludeInput extends Omit<Ground, 'said'> {
  loop: LoopResult;
  meaning: Pick<Understanding, 'language' | 'nothingToAnswer'>;
  /** The customer's words that this turn answers. */
  request: string;
  /** All that they wrote in this conversation; left out, the request is all. */
  said?: string;
  /** What the shop lets happen with this topic on this channel, and why. */
  mode: Decision;
  hasFiles: boolean;
  /** Why no program may write to this sender now, or null. */
  held: string | null;
  customerAddress: string | null;
  /** It would say what it said before: that did not help. */
  repeats?: boolean;
  /** A channel of short messages: no greeting, no signature. */
  brief?: boolean;
  /** What waits for the customer's yes, when a language model worded the rest: the house says itself what that is. */
  proposal?: Proposal | null;
  /** The channel itself shows that a program writes. */
  labelled?: boolean;
}

export function conclude(input: ConcludeInput): Plan {
  const { loop, mode } = input;
  const { end } = loop;
  if (mode.mode === 'off') return { kind: 'skip', reason: mode.reason };
  if (end.kind === 'hand_over') {
    // A model may be talked into silence, so a thank-you is one only when our own reading says the same.
    if (end.reason !== 'no_reply_needed') return handOver(input, end.reason, end.draft);
    if (input.hasFiles) return handOver(input, 'attachment', end.draft);
    // A model may be talked into silence, so a thank-you is one only when our own reading says the same.
    if (!input.meaning.nothingToAnswer) return handOver(input, 'unclear', end.draft);
    return { kind: 'skip', reason: 'The customer only says thanks; there is nothing to answer.' };
  }
  const body = bodyOf(end.text);
  const gate = check(input, body);
  if (body === '') return handOver(input, 'engine_failed', null);
  const draft = (reason: string): Plan => ({ kind: 'draft', ...letter(input, gate, false), reason, gate });
  if (!gate.passed)
    return draft(
      `Held back: ${gate.problems
        .slice(0, 3)
        .map(({ kind, text }) => `${kind} "${cleanLine(text, 40).replace(/[.,]+$/, '')}"`)
        .join(', ')} stands in no look-up.`,
    );
  if (input.hasFiles) return draft('The customer sent a file, so a person looks before this goes out.');
  if (input.held) return draft(input.held);
  if (input.repeats) return handOver(input, 'repeats', null);
  if (mode.mode === 'draft') return draft(mode.reason);
  if (mode.mode === 'approve') return draft(`Ready to send. ${mode.reason}`);
  return { kind: 'send', ...letter(input, gate, true), reason: 'Answered from live data.', gate };
}

function handOver(input: ConcludeInput, code: HandoffReason, proposed: string | null): Plan {
  const body = proposed ? bodyOf(proposed) : '';
  const gate = body ? check(input, body) : null;
  // A proposal that states what nobody looked up would only mislead its reader.
  const draft = gate?.passed ? letter({ ...input, proposal: null }, gate, false) : null;
  return {
    kind: 'hand_over',
    code,
    reason: `${HANDOFF_REASONS[code]}.`,
    summary: summarise(input, code),
    draft: draft?.text ?? null,
    spans: draft?.spans ?? [],
    gate,
    tell: input.meaning.language && !UNTOLD.has(code) ? input.meaning.language : null,
  };
}

/** Three lines: who and what, why it is here, what was tried. */
function summarise({ loop, request, customerName, customerAddress }: ConcludeInput, code: HandoffReason): string {
  const who = [
    cleanLine(customerName, 60),
    customerAddress && customerAddress !== customerName ? `<${cleanLine(customerAddress, 80)}>` : '',
  ]
    .filter(Boolean)
    .join(' ');
  const tried = loop.toolCalls.filter(({ tool }) => tool !== 'hand_over').map(({ summary }) => summary);
  return [
    `${who || 'The customer'} writes: "${cleanLine(request, 160)}"`,
    `Why a person: ${HANDOFF_REASONS[code]}.`,
    `Tried: ${tried.length > 0 ? cleanLine(tried.join('; '), 300) : 'nothing was looked up'}.`,
  ].join('\n');
}

function check(input: ConcludeInput, body: string): GateResult {
  return ground(body, input.loop, { ...input, said: input.said ?? input.request });
}

/** The checked words as a letter, and where in it stands what each of them rests on. */
function letter(
  input: ConcludeInput,
  gate: GateResult,
  disclose: boolean,
): { text: string; spans: EvidenceSpanBody[] } {
  const body = gate.text.trim();
  const language: Language = guessLanguage(body).language ?? input.meaning.language ?? 'en';
  const asked = input.proposal ? `\n\n${proposalWords(input.proposal, language)}` : '';
  const parts: LetterParts = {
    language,
    firstName: firstNameOf(input.customerName),
    signature: input.signature,
    shop: input.shop,
  };
  const shift = bodyAt(parts, input.brief) - (gate.text.length - gate.text.trimStart().length);
  return {
    text: writeLetter(body + asked, parts, { disclose: disclose && !input.labelled, brief: input.brief }),
    spans: gate.evidence.map((span) => ({ ...span, from: span.from + shift, to: span.to + shift })),
  };
}

/** The words that a turn came to, whoever gets them. */
export function writtenIn(plan: Plan): string | null {
  if (plan.kind === 'skip') return null;
  return plan.kind === 'hand_over' ? plan.draft : plan.text;
}
