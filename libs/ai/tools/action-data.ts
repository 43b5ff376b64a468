import type { ActionEvidenceBody, ActionRunBody } from '@satchel/contracts';
import type { Shown } from '@satchel/actions';
import { maskEmailsIn } from '../identity/mask';
import { cleanLine } from '../text/normalise';
import type { ActionToolData, ToldFact } from './tool-data';

const LABEL_CHARS = 60;
const VALUE_CHARS = 300;
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

/** What the model may know of a run: minimal fields, cleaned; mail addresses only those that are the customer's own. */
export function actionData(run: ActionRunBody, own: readonly string[], shown: Shown['facts'] = []): ActionToolData {
  const { action, amount } = run;
  const line = (text: string, most = VALUE_CHARS): string => maskEmailsIn(cleanLine(text, most), own);
  const told = (facts: readonly ToldFact[]): ToldFact[] =>
    facts.map(({ label, value }) => ({ label: line(label, LABEL_CHARS), value: line(value) }));
  const base = { action, summary: line(run.summary), orderNumber: run.orderNumber };
  switch (run.state) {
    case 'awaiting_confirmation':
      return { state: 'awaiting_confirmation', ...base, facts: told(shown), amount };
    case 'awaiting_approval':
      return { state: 'awaiting_approval', ...base, reason: line(run.decision.reason), amount };
    case 'done':
      return {
        state: 'done',
        ...base,
        result: resultOf(run.result, line),
        evidence: run.evidence.map((one): ActionEvidenceBody => ({ ...one, facts: told(one.facts) })),
        amount,
      };
    case 'performing':
    case 'uncertain':
      return { state: 'uncertain', ...base };
    case 'denied':
      return denied(run, line);
    case 'undone':
      return { state: 'cannot', action, code: 'undone', reason: 'It was done and taken back.' };
    case 'refused':
    case 'failed':
      return { state: 'cannot', action, code: run.error?.code ?? run.state, reason: line(run.error?.message ?? '') };
  }
}

function denied(run: ActionRunBody, line: (text: string) => string): ActionToolData {
  const { decision, error } = run;
  const needs = decision.rule === 'ai.assurance' ? 3 : null;
  // The policy's own words for the customer, where it has some.
  const { customerText } = decision as { customerText?: string | null };
  return {
    state: 'denied',
    action: run.action,
    reason: line(error?.message ?? decision.reason),
    rule: error?.code === 'denied' || !error ? decision.rule : error.code,
    customerText: customerText ?? null,
    needs,
    offer: decision.offer,
  };
}

function resultOf(result: Record<string, unknown> | null, line: (text: string) => string): Record<string, unknown> {
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
