import { etaText, percentOf, syncText } from './sync-words';

describe('how far a shop is copied', () => {
  it('is a count, with what is left where anybody knows', () => {
    const running = { state: 'running', done: 1200, total: 4800, etaSeconds: 240 } as const;
    expect(syncText(running, 'en')).toBe('1,200 of 4,800, about 4 min left');
    expect(syncText({ ...running, total: null, etaSeconds: null }, 'en')).toBe('1,200');
    expect(syncText({ ...running, state: 'done' }, 'en')).toBe('1,200 copied');
    expect(syncText({ ...running, state: 'failed' }, 'en')).toBe('stopped at 1,200 of 4,800');
    expect(syncText({ ...running, state: 'waiting', done: 0 }, 'en')).toBe('its turn comes');
  });
  it('is never all of it before it is over', () => {
    expect(percentOf({ state: 'running', done: 4810, total: 4800 })).toBe(99);
    expect(percentOf({ state: 'running', done: 10, total: null })).toBeNull();
    expect(percentOf({ state: 'done', done: 0, total: 0 })).toBe(100);
  });
  it('rounds a time as people say it', () => {
    expect([20, 61, 3_600, 7_200].map(etaText)).toEqual([
      'less than a minute left',
      'about 1 min left',
      'about 60 min left',
      'about 2 h left',
    ]);
  });
});
