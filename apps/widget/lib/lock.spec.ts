import { tabLock } from './lock';
import { memoryShelf } from './storage';

describe('one tab at a time, where the browser has no locks', () => {
  it('lets the next in when the one before is done', async () => {
    const shelf = memoryShelf();
    const steps: string[] = [];
    const tab = (name: string) =>
      tabLock(shelf)('work', async () => {
        steps.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 30));
        steps.push(`${name} out`);
      });
    await Promise.all([tab('a'), tab('b')]);
    expect(steps.map((step) => step.split(' ')[1])).toEqual(['in', 'out', 'in', 'out']);
    expect(shelf.keys()).toEqual([]);
  });

  it('passes over a lease that has run out, also by a clock that was set back', async () => {
    const shelf = memoryShelf();
    for (const until of [Date.now() - 1, Date.now() + 3_600_000]) {
      shelf.set('work:lease', JSON.stringify({ id: 'gone', until }));
      await expect(tabLock(shelf)('work', async () => 'done')).resolves.toBe('done');
    }
  });

  it('is free again after work that failed', async () => {
    const shelf = memoryShelf();
    await expect(tabLock(shelf)('work', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(shelf.keys()).toEqual([]);
  });
});
