import type { WidgetMessageBody } from '@satchel/contracts';
import type { Unsent } from './outbox';
import { markSeen, merge, rowsOf, unreadCount } from './thread';

const NOON = '2026-11-20T12:00:00.000Z';
const now = new Date(NOON);
const at = (minutes: number): string => new Date(now.getTime() + minutes * 60_000).toISOString();
const message = (id: string, minutes: number, more: Partial<WidgetMessageBody> = {}): WidgetMessageBody => ({
  id,
  clientId: null,
  from: 'person',
  authorName: 'Anna',
  text: id,
  attachments: [],
  choices: [],
  createdAt: at(minutes),
  readAt: null,
  ...more,
});
const own = (id: string, minutes: number, more: Partial<WidgetMessageBody> = {}): WidgetMessageBody =>
  message(id, minutes, { from: 'visitor', authorName: null, clientId: `c-${id}`, ...more });
const unsent = (clientId: string, minutes: number): Unsent => ({
  clientId,
  text: clientId,
  files: [],
  createdAt: at(minutes),
  state: 'sending',
});

describe('what came, put to what was there', () => {
  const known = [message('a', 0), own('b', 1)];

  it('changes nothing when it is the same again', () => expect(merge(known, [message('a', 0)])).toBe(known));
  it('stands in the order of its time, however it came', () =>
    expect(merge(known, [message('d', 3), message('c', -1)]).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'd']));
  it('does not unlearn that something was read', () => {
    const read = markSeen(known, at(2));
    expect(read[1]?.readAt).toBe(at(2));
    expect(merge(read, [own('b', 1, { text: 'edited' })])[1]).toMatchObject({ text: 'edited', readAt: at(2) });
  });
  it('marks as seen only what the visitor wrote up to then', () => {
    expect(markSeen([message('a', 0), own('b', 1), own('c', 3)], at(2)).map(({ readAt }) => readAt)).toEqual([
      null,
      at(2),
      null,
    ]);
    expect(markSeen(known, at(-5))).toBe(known);
  });
});

describe('what is unread', () => {
  const all = [message('a', 0), message('b', 1, { from: 'ai' }), message('c', 2, { from: 'system' }), own('d', 3)];
  it('is what people and the AI wrote after the last that was seen', () => {
    expect(unreadCount(all, null)).toBe(2);
    expect(unreadCount(all, at(0))).toBe(1);
    expect(unreadCount(all, at(1))).toBe(0);
    expect(unreadCount([message('a', 0, { readAt: at(1) })], null)).toBe(0);
  });
});

describe('the rows of the thread', () => {
  it('keep their key when the stored twin takes the place of what was typed', () => {
    const before = rowsOf([], [unsent('c-x', 1)], now, 'en');
    const after = rowsOf([own('x', 1)], [unsent('c-x', 1)], now, 'en');
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(after[0]?.unsent).toBeNull();
  });
  it('show what was not sent after what is stored', () =>
    expect(rowsOf([message('a', 5)], [unsent('c-x', 1)], now, 'en').map(({ key }) => key)).toEqual(['a', 'c-x']));
  it('stand together per author, and name each day once', () => {
    const rows = rowsOf(
      [message('a', -3000), message('b', 0), message('c', 1), own('d', 2), message('e', 20)],
      [],
      now,
      'en',
    );
    expect(rows.map(({ opens, closes }) => [opens, closes])).toEqual([
      [true, true],
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ]);
    expect(rows.map(({ day }) => day !== null)).toEqual([true, true, false, false, false]);
  });
});
