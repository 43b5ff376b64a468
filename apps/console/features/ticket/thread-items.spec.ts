import type { EventBody, MessageBody } from '@satchel/contracts';
import { threadItems } from './thread-items';

const message = (id: string, createdAt: string): MessageBody => ({
  id,
  ticketId: 't',
  direction: 'inbound',
  kind: 'reply',
  author: { kind: 'customer', id: null, name: 'Anna' },
  text: id,
  attachments: [],
  deliveryStatus: null,
  deliveryError: null,
  clientId: null,
  createdAt,
});
const event = (id: string, at: string): EventBody =>
  ({ id, at, type: 'ticket.tagged', ticketId: 't', actor: { kind: 'person', id: 'p' } }) as EventBody;

describe('a thread as it is read', () => {
  const first = message('a', '2026-01-01T12:00:00.000Z');
  const second = message('b', '2026-01-03T12:00:00.000Z');

  it('divides days and folds what happened between two messages', () => {
    const events = [event('e1', '2026-01-01T12:01:00.000Z'), event('e2', '2026-01-01T12:02:00.000Z')];
    const items = threadItems([first, second], events, false);
    expect(items.map((item) => item.kind)).toEqual(['day', 'message', 'events', 'day', 'message']);
    expect(items[2]).toMatchObject({ events: [{ id: 'e1' }, { id: 'e2' }] });
  });

  it('keeps older events back until their messages are loaded', () => {
    const items = threadItems([second], [event('e1', '2026-01-01T12:01:00.000Z')], true);
    expect(items.map((item) => item.kind)).toEqual(['day', 'message']);
  });
});

describe('actions on a thread', () => {
  const decided = (verdict: string, by: 'policy' | 'person'): EventBody =>
    ({
      id: verdict + by,
      at: '2026-01-01T12:01:00.000Z',
      type: 'action.decided',
      payload: { verdict, by },
    }) as EventBody;

  it('are told when somebody decided, and not when the rules had nothing against it', () => {
    const events = [decided('allow', 'policy'), decided('needs_approval', 'policy'), decided('allow', 'person')];
    const items = threadItems([message('a', '2026-01-01T12:00:00.000Z')], events, false);
    expect(items.at(-1)).toMatchObject({ events: [{ id: 'needs_approvalpolicy' }, { id: 'allowperson' }] });
  });
});
