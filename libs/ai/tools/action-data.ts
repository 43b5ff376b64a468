import type { ActionEvidenceBody, ActionRunBody } from '@satchel/contracts';
import type { Shown } from '@satchel/actions';
import { maskEmailsIn } from '../identity/mask';
import { cleanLine } from '../text/normalise';
import type { ActionToolData, ToldFact } from './tool-data';
import { customerTextIn } from '@satchel/policies';

const LABEL_CHARS = 60;
const VALUE_CHARS = 300;
/** What is put before them they must see whole, or they cannot say yes to it. */
const SUMMARY_CHARS = 1_200;
/** Of what a system gave back; whatever else it tells (notes, admin links, addresses) is nobody's here. */
const TOLD_RESULTS = [
  'number',
  'status',
  'payment',
  'fulfilment',
  'cancelledAt',
  'code',
  'endsAt',
  'percent',
  'amount',
  'instructionsUrl',
  'points',
  'pointsSpent',
  'nextChargeOn',
  'expiresAt',
];

/** A summary names the customer, whose name they choose themselves: nothing in it is to be followed. */
const LINK = /\b[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+/giu;
const withoutLinks = (text: string): string => text.replace(LINK, '...');

/** What the model may know of a run: minimal fields, cleaned; mail addresses only those that are the customer's own. */
export function actionData(
  run: ActionRunBody,
  own: readonly string[],
  shown: Shown['facts'] = [],
  language: string | null = null,
): ActionToolData {
  const { action, amount } = run;
  const line = (text: string, most = VALUE_CHARS): string => maskEmailsIn(cleanLine(text, most), own);
  const told = (facts: readonly ToldFact[]): ToldFact[] =>
    facts.map(({ label, value }) => ({ label: line(label, LABEL_CHARS), value: line(value) }));
  const base = { action, summary: withoutLinks(line(run.summary, SUMMARY_CHARS)), orderNumber: run.orderNumber };
  switch (run.state) {
    case 'awaiting_confirmation':
      return { state: 'awaiting_confirmation', ...base, facts: told(shown), amount };
    case 'awaiting_approval':
      return { state: 'awaiting_approval', ...base, reason: line(run.decision.reason), amount };
    case 'done':
      return {
        state: 'done',
        ...base,
        result: LOOKED[action]?.(run.result ?? {}, line) ?? resultOf(run.result, line),
        evidence: run.evidence.map((one): ActionEvidenceBody => ({ ...one, facts: told(one.facts) })),
        amount,
      };
    case 'performing':
    case 'uncertain':
      return { state: 'uncertain', ...base };
    case 'denied':
      return denied(run, line, language);
    case 'undone':
      return { state: 'cannot', action, code: 'undone', reason: 'It was done and taken back.' };
    case 'refused':
    case 'failed':
      return { state: 'cannot', action, code: run.error?.code ?? run.state, reason: line(run.error?.message ?? '') };
  }
}

function denied(run: ActionRunBody, line: Line, language: string | null): ActionToolData {
  const { decision, error } = run;
  const needs = decision.rule === 'ai.assurance' ? 3 : null;
  // The policy's own words for the customer, where it has some.
  return {
    state: 'denied',
    action: run.action,
    reason: line(error?.message ?? decision.reason),
    rule: error?.code === 'denied' || !error ? decision.rule : error.code,
    customerText: customerTextIn(decision, language ?? 'en'),
    needs,
    offer: decision.offer,
  };
}

type Line = (text: string) => string;

/** Look-ups tell what was looked for. */
const LOOKED: Record<string, (result: Record<string, unknown>, line: Line) => Record<string, unknown>> = {
  refund_status: ({ refunds, incomplete }) => ({
    refunds: listOf(refunds).map(({ amount, status, createdAt, reference }) => ({
      amount,
      status,
      createdAt,
      reference,
    })),
    incomplete: incomplete === true,
  }),
  look_up_in_system: ({ fields }, line) => ({
    fields: listOf(fields).map(({ label, value }) => ({ label: line(String(label)), value: line(String(value)) })),
  }),
  explain_discount: ({ discount, works, reasons }, line) => ({
    ...resultOf((discount ?? null) as Record<string, unknown> | null, line),
    works: works === true,
    reasons: Array.isArray(reasons) ? reasons.map((reason) => line(String(reason))) : [],
  }),
};

const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? (value as Record<string, unknown>[]).slice(0, 10) : [];

function resultOf(result: Record<string, unknown> | null, line: Line): Record<string, unknown> {
  const entries = TOLD_RESULTS.flatMap((key): [string, unknown][] => {
    const value = result?.[key];
    if (typeof value === 'string') return [[key, line(value)]];
    if (typeof value === 'number' || typeof value === 'boolean') return [[key, value]];
    return isMoney(value) ? [[key, { amount: value.amount, currency: value.currency }]] : [];
  });
  return Object.fromEntries(entries);
}

function isMoney(value: unknown): value is { amount: number; currency: string } {
  const { amount, currency } = (value ?? {}) as { amount?: unknown; currency?: unknown };
  return typeof amount === 'number' && typeof currency === 'string';
}
