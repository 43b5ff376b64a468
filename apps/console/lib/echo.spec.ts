import type { MessageBody } from '@satchel/contracts';
import { dropEcho, failEcho, gainedSince, makeEcho, putEcho, withEchoes } from './echo';

const author = { kind: 'person', id: 'p', name: 'Maya' } as const;
const echo = makeEcho('t', { kind: 'reply', text: 'Hello', clientId: 'c1' }, author, new Date('2026-01-01T12:00:00Z'));
const stored: MessageBody = { ...echo.message, id: 'stored', deliveryStatus: 'sent' };

describe('a message that is being sent', () => {
  it('stands in the thread before the server answers', () => {
    expect(withEchoes([], [echo]).map((message) => message.text)).toEqual(['Hello']);
  });

  it('gives way to its stored twin, whether the answer or the socket is first', () => {
    expect(withEchoes([stored], [echo]).map((message) => message.id)).toEqual(['stored']);
    expect(withEchoes([stored], dropEcho([echo], 'c1')).map((message) => message.id)).toEqual(['stored']);
  });

  it('is one message still when it is tried again', () => {
    expect(putEcho(failEcho([echo], 'c1', 'no line'), echo)).toEqual([echo]);
  });

  it('stays and says why when it could not be sent', () => {
    const [failed] = withEchoes([], failEcho([echo], 'c1', 'The server does not answer.'));
    expect(failed?.echo).toMatchObject({ state: 'failed', problem: 'The server does not answer.' });
  });

  it('shows the answers that it offers', () => {
    const request = { kind: 'reply', text: 'What now?', clientId: 'c3', choices: ['Refund', 'Exchange'] } as const;
    const asking = makeEcho('t', { ...request, choices: [...request.choices] }, author, new Date(0));
    expect(asking.message.choices).toEqual(['Refund', 'Exchange']);
    expect(echo.message).not.toHaveProperty('choices');
  });

  it('carries no delivery status as a note', () => {
    const note = makeEcho('t', { kind: 'note', text: 'fyi', clientId: 'c2' }, author, new Date(0));
    expect(note.message).toMatchObject({ direction: 'internal', deliveryStatus: null });
  });
});

describe('what the thread gained', () => {
  it('is all that came after the last message seen', () => {
    const rows = ['a', 'b', 'c'].map((id) => ({ ...stored, id }));
    expect(gainedSince(rows, 'a').map((row) => row.id)).toEqual(['b', 'c']);
  });
});
