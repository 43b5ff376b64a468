import { Courier } from './courier';
import type { Lock } from './lock';
import { Outbox, requestOf, type Unsent } from './outbox';
import { Refusal } from './rest';
import { memoryShelf, type Shelf } from './storage';

const entry = (clientId: string, second = 0, state: Unsent['state'] = 'sending'): Unsent => ({
  clientId,
  text: `text of ${clientId}`,
  files: [],
  createdAt: new Date(Date.UTC(2026, 10, 20, 12, 0, second)).toISOString(),
  state,
});
const ids = (outbox: Outbox): string[] => outbox.list().map(({ clientId, state }) => `${clientId} ${state}`);

describe('the outbox', () => {
  let shelf: Shelf;
  let outbox: Outbox;
  beforeEach(() => {
    shelf = memoryShelf();
    outbox = new Outbox(shelf, 'p:out:');
  });

  it('outlives the page, oldest first', () => {
    outbox.put(entry('b', 2));
    outbox.put(entry('a', 1));
    const next = new Outbox(shelf, 'p:out:');
    expect(ids(next)).toEqual(['a sending', 'b sending']);
    expect(next.next()?.clientId).toBe('a');
  });

  it('lets two tabs write at once and loses neither', () => {
    const other = new Outbox(shelf, 'p:out:');
    outbox.put(entry('a', 1));
    other.put(entry('b', 2));
    outbox.put(entry('a', 1, 'failed'));
    expect(ids(other)).toEqual(['a failed', 'b sending']);
  });

  it('drops what has its twin in the thread', () => {
    outbox.put(entry('a', 1, 'sent'));
    outbox.put(entry('b', 2));
    outbox.settle(['a', null, 'unknown']);
    expect(ids(outbox)).toEqual(['b sending']);
  });

  it('goes on showing what another tab sent and removed, until its own twin comes', () => {
    const other = new Outbox(shelf, 'p:out:');
    outbox.put(entry('a', 1, 'sent'));
    const before = shelf.get('p:out:a');
    outbox.remove('a');
    expect(other.changedElsewhere('p:out:a', before)).toBe(true);
    expect(ids(other)).toEqual(['a sent']);
    other.settle(['a']);
    expect(ids(other)).toEqual([]);
  });

  it('forgets after a day what was sent and never came back, and nothing that still waits', () => {
    outbox.put(entry('a', 1));
    shelf.set('p:out:b', JSON.stringify(entry('b', 2, 'sent')));
    outbox.forgetOld(Date.UTC(2026, 10, 21, 11));
    expect(ids(outbox)).toEqual(['a sending', 'b sent']);
    outbox.forgetOld(Date.UTC(2026, 10, 22, 12));
    expect(ids(outbox)).toEqual(['a sending']);
  });

  it('passes over what is not its own', () => {
    shelf.set('p:out:x', '{broken');
    shelf.set('p:out:y', '{"clientId":1}');
    shelf.set('elsewhere', 'kept');
    expect(outbox.list()).toEqual([]);
    outbox.clear();
    expect(shelf.keys()).toEqual(['elsewhere']);
  });

  it('sends the ids of files, not the files', () => {
    const file = { id: 'f1', filename: 'a.png', contentType: 'image/png', size: 1, url: 'https://x' };
    expect(requestOf({ ...entry('a'), files: [file] })).toMatchObject({ clientId: 'a', files: ['f1'] });
    expect(requestOf(entry('a'))).not.toHaveProperty('files');
  });
});

describe('the courier', () => {
  const lockOf = (): Lock => {
    let tail: Promise<unknown> = Promise.resolve();
    return (_name, work) => {
      const turn = tail.then(work);
      tail = turn.catch(() => undefined);
      return turn;
    };
  };
  const send = async (answers: (Error | null)[], entries = [entry('a', 1), entry('b', 2)], couriers = 1) => {
    const shelf = memoryShelf();
    const outbox = new Outbox(shelf, 'o:');
    const lock = lockOf();
    const tried: string[] = [];
    let renewed = 0;
    const done = new Promise<void>((resolve) => {
      const courier = (): Courier =>
        new Courier({
          outbox,
          lock,
          lockName: 'send',
          retry: { firstMs: 1, mostMs: 4 },
          deliver: async ({ clientId }) => {
            tried.push(clientId);
            await Promise.resolve();
            const answer = answers.shift();
            if (answer) throw answer;
          },
          renew: async () => void renewed++,
          changed: () => void (outbox.next() ?? resolve()),
        });
      for (const it of entries) outbox.put(it);
      for (let n = 0; n < couriers; n++) courier().kick();
    });
    await done;
    return { tried, renewed, states: ids(outbox) };
  };

  it('sends in order', async () => {
    expect(await send([])).toMatchObject({ tried: ['a', 'b'], states: ['a sent', 'b sent'] });
  });
  it('tries the same again while the line does not hold, and holds the order', async () => {
    const { tried, states } = await send([
      new Error('no line'),
      new Refusal(503, 'x', ''),
      new Refusal(429, 'x', '', 2),
    ]);
    expect(tried).toEqual(['a', 'a', 'a', 'a', 'b']);
    expect(states).toEqual(['a sent', 'b sent']);
  });
  it('parks what the desk refuses and goes on with the rest', async () => {
    const { tried, states } = await send([new Refusal(422, 'not_accepted', 'No.')]);
    expect(tried).toEqual(['a', 'b']);
    expect(states).toEqual(['a failed', 'b sent']);
  });
  it('gets a new session when the old one is gone, and sends in it', async () => {
    const { tried, renewed, states } = await send([new Refusal(401, 'unknown_session', '')]);
    expect({ tried, renewed }).toEqual({ tried: ['a', 'a', 'b'], renewed: 1 });
    expect(states).toEqual(['a sent', 'b sent']);
  });
  it('sends each once from several tabs', async () => {
    const { tried } = await send([], [entry('a', 1), entry('b', 2), entry('c', 3)], 3);
    expect(tried).toEqual(['a', 'b', 'c']);
  });
});
