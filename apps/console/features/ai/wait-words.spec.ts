import type { HandoffBody } from '@satchel/contracts';
import { waitWords } from './wait-words';

const now = Date.parse('2026-01-01T12:30:00.000Z');
const handoff = (more: Partial<HandoffBody> = {}): HandoffBody => ({
  id: 'h',
  ticketId: 't',
  ticketNumber: 1042,
  turnId: null,
  reason: 'refund',
  handedAt: '2026-01-01T12:18:00.000Z',
  dueAt: '2026-01-01T16:18:00.000Z',
  late: false,
  position: 2,
  toldAt: null,
  takenAt: null,
  ...more,
});

it('tells how long somebody waits and who is before them', () => {
  expect(waitWords(handoff(), now)).toEqual({ text: 'Waits 12m, place 2 in line', late: false });
  expect(waitWords(handoff({ position: 1 }), now)?.text).toBe('Waits 12m, next in line');
  expect(waitWords(handoff({ handedAt: '2026-01-01T12:29:50.000Z' }), now)?.text).toBe(
    'Waits since now, place 2 in line',
  );
});

it('says that it is late, also before the server looked', () => {
  expect(waitWords(handoff({ dueAt: '2026-01-01T12:29:00.000Z' }), now)).toEqual({
    text: 'Late, waits 12m, place 2 in line',
    late: true,
  });
  expect(waitWords(handoff({ late: true }), now)?.late).toBe(true);
});

it('is silent about who was answered or never waited', () => {
  expect(waitWords(handoff({ takenAt: '2026-01-01T12:20:00.000Z' }), now)).toBeNull();
  expect(waitWords(undefined, now)).toBeNull();
});
