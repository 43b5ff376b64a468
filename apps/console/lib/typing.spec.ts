import { offerTyping, tellTyping, TypingStore } from './typing';

describe('who is typing', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('shows a customer for six seconds after they were last heard', () => {
    const store = new TypingStore();
    store.start('t1');
    jest.advanceTimersByTime(5_000);
    store.start('t1');
    jest.advanceTimersByTime(5_999);
    expect(store.isOn('t1')).toBe(true);
    jest.advanceTimersByTime(1);
    expect(store.isOn('t1')).toBe(false);
  });

  it('shows nobody once their message is there, and tells who listens', () => {
    const store = new TypingStore();
    let told = 0;
    store.subscribe(() => (told += 1));
    store.start('t1');
    store.start('t2');
    store.stop('t1');
    store.stop('t1');
    expect([store.isOn('t1'), store.isOn('t2'), told]).toEqual([false, true, 3]);
  });

  it('tells the server at most every three seconds per ticket', () => {
    const told: string[] = [];
    const withdraw = offerTyping((ticketId) => told.push(ticketId));
    for (const at of [0, 100, 2_999, 3_000, 5_000]) tellTyping('a', at);
    tellTyping('b', 3_100);
    withdraw();
    tellTyping('a', 60_000);
    expect(told).toEqual(['a', 'a', 'b']);
  });
});
