import type { DraftBody } from '@satchel/contracts';
import { DraftSaver } from './draft-saver';

const body = (text: string): DraftBody => ({
  id: 'd1',
  ticketId: 't',
  author: { kind: 'person', id: 'p', name: 'Maya' },
  text,
  version: 1,
  updatedAt: '2026-01-01T12:00:00Z',
  turnId: null,
});

describe('a reply being typed', () => {
  let calls: string[];
  let saver: DraftSaver;
  let fail: boolean;
  beforeEach(() => {
    jest.useFakeTimers();
    calls = [];
    fail = false;
    saver = new DraftSaver({
      save: async (text) => {
        if (fail) throw new Error('no line');
        calls.push(`save ${text}`);
        return body(text);
      },
      discard: async (id) => void calls.push(`discard ${id}`),
    });
  });
  afterEach(() => jest.useRealTimers());

  it('is at the server within a second, once for a run of keys', async () => {
    for (const text of ['H', 'He', 'Hel']) saver.set(text);
    await jest.advanceTimersByTimeAsync(1000);
    expect(calls).toEqual(['save Hel']);
    expect(saver.read()).toBe('saved');
  });

  it('leaves no draft behind when it was sent or emptied', async () => {
    saver.set('Hello');
    await jest.advanceTimersByTimeAsync(1000);
    saver.set('');
    await jest.advanceTimersByTimeAsync(1000);
    expect(calls).toEqual(['save Hello', 'discard d1']);
  });

  it('is not called saved any more once its reply was sent and the server dropped the draft itself', async () => {
    saver.set('Hello');
    await jest.advanceTimersByTimeAsync(1000);
    saver.set('');
    saver.adopt(null);
    expect(saver.read()).toBe('idle');
    await jest.advanceTimersByTimeAsync(1000);
    expect(calls).toEqual(['save Hello']);
  });

  it('says that it is not saved, and tries again by itself', async () => {
    fail = true;
    saver.set('Hello');
    await jest.advanceTimersByTimeAsync(1000);
    expect(saver.read()).toBe('unsaved');
    fail = false;
    await jest.advanceTimersByTimeAsync(4000);
    expect(calls).toEqual(['save Hello']);
  });

  it('takes over what another device wrote, but never over unsaved text', async () => {
    expect(saver.adopt(body('from the phone'))).toBe('from the phone');
    saver.set('from the phone, and more');
    expect(saver.adopt(body('stale'))).toBeNull();
    await jest.advanceTimersByTimeAsync(1000);
    expect(calls).toEqual(['save from the phone, and more']);
  });
});
