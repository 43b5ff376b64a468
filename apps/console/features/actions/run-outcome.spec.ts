import type { ActionDecisionBody, ActionRunBody } from '@satchel/contracts';
import { formatDate } from '../../lib/format';
import { decisionText, outcomeText } from './run-outcome';

const maya = { kind: 'person', id: 'p1', name: 'Maya' } as const;
const lead = { kind: 'person', id: 'p2', name: 'Lea' } as const;
const decision: ActionDecisionBody = {
  verdict: 'needs_approval',
  reason: 'Above 100 EUR.',
  rule: 'roles.refund',
  policyVersion: 1,
  approver: 'lead',
  offer: null,
};
const run = (more: Partial<ActionRunBody>): ActionRunBody =>
  ({
    summary: 'Refunded 5 EUR',
    actor: maya,
    decidedBy: null,
    decision,
    error: null,
    nextLookAt: null,
    ...more,
  }) as ActionRunBody;

describe('where a run stands', () => {
  it('says whose approval it waits for, and why', () => {
    expect(outcomeText(run({ state: 'awaiting_approval' }))).toBe(
      "Nothing was done yet: it needs a lead's approval. Above 100 EUR.",
    );
  });
  it('never says more of an uncertain one than is known', () => {
    const at = '2026-01-01T14:32:00.000Z';
    expect(outcomeText(run({ state: 'uncertain', nextLookAt: at }))).toBe(
      `We do not know yet whether it happened; we look again at ${formatDate(at, 'clock')}.`,
    );
    expect(outcomeText(run({ state: 'uncertain' }))).toContain('Look there, then tell here');
  });
  it('names who declined it, and the rules when nobody did', () => {
    const error = { code: 'declined', message: 'Offer points first.' };
    expect(outcomeText(run({ state: 'denied', decidedBy: lead, error }))).toBe('Lea declined it. Offer points first.');
    expect(outcomeText(run({ state: 'denied' }))).toBe('Above 100 EUR.');
  });
  it("gives the vendor's reason", () => {
    const error = { code: 'rejected', message: 'This order is archived.' };
    expect(outcomeText(run({ state: 'refused', error }))).toBe('Nothing was changed. This order is archived.');
  });
});

describe('what the rules say before', () => {
  it('is silent when they allow it', () => {
    expect(decisionText({ ...decision, verdict: 'allow' })).toBeNull();
    expect(decisionText({ ...decision, approver: 'admin' })?.text).toBe("Needs an admin's approval. Above 100 EUR.");
    expect(decisionText({ ...decision, verdict: 'deny' })).toEqual({
      tone: 'red',
      text: 'Not allowed. Above 100 EUR.',
    });
  });
});
