import { World } from '../../sandbox/seed/world';
import { inDays } from './days';
import { demoRows } from './demo-rows';
import type { SeedRows } from './seed-rows';
import { people } from './people';
import { tickets } from './tickets';

const now = new Date('2026-11-20T12:00:00Z');

function seed(at = now): SeedRows {
  let count = 0;
  return demoRows({
    now: at,
    writers: {
      maya: { id: 'maya', name: 'Maya Lindqvist' },
      tom: { id: 'tom', name: 'Tom Okafor' },
      aiName: 'Assistant',
    },
    newId: () => `id-${String(++count).padStart(5, '0')}`,
    previewOf: (text) => text.slice(0, 140),
  });
}

describe('the demo', () => {
  const rows = seed();

  it('is the same each time', () => expect(seed()).toEqual(rows));

  it('hangs on the day of its making only', () => {
    const later = seed(new Date(now.getTime() + 86_400_000));
    expect(later.tickets.map((it) => it.status)).toEqual(rows.tickets.map((it) => it.status));
    expect(later.tickets[0]!.created_at.getTime() - rows.tickets[0]!.created_at.getTime()).toBe(86_400_000);
  });

  it('tells of the last fortnight, and of nothing that is still to come', () => {
    const times = [...rows.messages.map((it) => it.created_at), ...rows.events.map((it) => it.at)];
    expect(Math.max(...times.map(Number))).toBeLessThan(now.getTime());
    expect(Math.min(...rows.tickets.map((it) => Number(it.created_at)))).toBeGreaterThan(
      now.getTime() - 14 * 86_400_000,
    );
  });

  it('shows every state that the inbox has a view for', () => {
    const statuses = new Set(rows.tickets.map((it) => it.status));
    for (const status of ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed', 'spam'])
      expect(statuses).toContain(status);
    const aiStates = new Set(rows.tickets.map((it) => it.ai_state));
    for (const state of ['none', 'drafted', 'answered', 'handed_over']) expect(aiStates).toContain(state);
    expect(new Set(rows.customers.map((it) => it.locale)).size).toBeGreaterThanOrEqual(6);
    expect(rows.messages.some((it) => it.kind === 'note')).toBe(true);
    expect(
      rows.tickets.some((it) => it.assignee_id === 'maya') && rows.tickets.some((it) => it.assignee_id === 'tom'),
    ).toBe(true);
  });

  it('keeps the desk’s own rules', () => {
    for (const ticket of rows.tickets) {
      const thread = rows.messages.filter((it) => it.ticket_id === ticket.id);
      const said = thread.at(-1)!;
      expect(ticket.message_count).toBe(thread.length);
      expect(ticket.last_message_id).toBe(said.id);
      expect(ticket.last_message_at).toEqual(said.created_at);
      const done = ['resolved', 'closed', 'spam'].includes(ticket.status);
      const answered = thread.filter((it) => it.direction !== 'internal').at(-1)!.direction === 'outbound';
      expect([ticket.subject, ticket.waiting_since === null]).toEqual([ticket.subject, done || answered]);
    }
    expect(new Set(rows.turns.map((it) => it.message_id)).size).toBe(rows.turns.length);
    for (const draft of rows.drafts)
      expect(rows.turns.some((it) => it.id === draft.turn_id && it.outcome === 'drafted')).toBe(true);
  });

  it('logs events in the order in which they happened', () => {
    const times = rows.events.map((it) => it.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const first = rows.events.filter((it) => it.ticket_id === rows.tickets[5]!.id).map((it) => it.type);
    expect(first.slice(0, 3)).toEqual(['ticket.created', 'message.appended', 'message.received']);
  });

  it('leaves no placeholder in a text', () => {
    const texts = [...rows.messages, ...rows.drafts].map((it) => it.text);
    expect([...texts, ...rows.turns.map((it) => it.summary ?? '')].filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  it('speaks of orders and parcels that the simulated shop has, for the customer who asks', () => {
    const world = new World(() => now);
    for (const { customer, handover, draft, lines } of tickets) {
      const facts = [handover?.turn, draft?.turn, ...lines.map((line) => line.turn)].flatMap(
        (turn) => turn?.facts ?? [],
      );
      for (const [label] of facts) {
        const [kind, key = ''] = label.split(' ');
        const order = world.orders.find(
          (it) => `#${it.number}` === key || it.fulfilments.some((f) => f.trackingNumber === key),
        );
        expect([label, order?.customer.email]).toEqual([label, customer]);
        expect(['Order', 'Parcel']).toContain(kind);
      }
    }
  });

  it('knows everybody who writes', () => {
    expect(tickets.filter(({ customer }) => !people.some(({ email }) => email === customer))).toEqual([]);
    expect(tickets.length).toBeGreaterThanOrEqual(38);
  });
});

it('writes a day as its reader does', () => {
  expect(inDays('bis {day 3}', now, 'de')).toBe('bis 23. November');
  expect(inDays('by {day -1} or {day 14}', now, 'en')).toBe('by 19 November or 4 December');
});
