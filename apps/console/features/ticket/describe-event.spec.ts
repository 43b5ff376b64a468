import type { EventBody, EventMap, EventType, PersonBody } from '@satchel/contracts';
import { describeEvent } from './describe-event';

const people: PersonBody[] = [{ id: 'p1', name: 'Maya', email: 'maya@example.com', role: 'owner' }];
const facts = { runId: 'r', action: 'refund', ticketId: 't', customerId: 'c', orderId: 'o' };
const summary = 'Refund 24.90 EUR for #1003';
const said = <K extends EventType>(type: K, payload: Partial<EventMap[K]>, kind = 'person'): string =>
  describeEvent(
    { type, actor: { kind, id: 'p1' }, payload: { ...facts, summary, ...payload } } as unknown as EventBody,
    people,
  );

describe('what was done to an order, on the timeline', () => {
  it('names who did it, in the words of the action', () => {
    expect(said('action.done', { summary: 'Refunded 24.90 EUR for #1003' })).toBe('Maya refunded 24.90 EUR for #1003');
    expect(said('action.undone', { summary: 'Granted 500 Coins' })).toBe('Maya took back: Granted 500 Coins');
  });
  it('tells what it waits for, and who said yes or no', () => {
    const rules = { by: 'policy', reason: 'Above 100 EUR.' } as const;
    expect(said('action.decided', { ...rules, verdict: 'needs_approval' })).toBe(
      `Waits for approval: ${summary}. Above 100 EUR.`,
    );
    expect(said('action.decided', { by: 'person', verdict: 'allow' })).toBe(`Maya approved: ${summary}`);
    expect(said('action.decided', { by: 'person', verdict: 'deny', reason: 'Too late.' })).toBe(
      `Maya declined: ${summary}. Too late.`,
    );
  });
  it('says that nothing happened, and when nobody knows', () => {
    expect(said('action.failed', { reason: 'The order is archived.' }, 'ai')).toBe(
      `Not done: ${summary}. The order is archived.`,
    );
    expect(said('action.uncertain', {})).toBe(`Not known yet whether it happened: ${summary}`);
  });
});
