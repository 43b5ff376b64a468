import { contentOf, MAX_ACCEPTED_BYTES, MAX_WHOLE_BYTES, MB } from './content';
import { IntakeBudget } from './intake-budget';

async function* mail(bytes: number, chunk = MB): AsyncGenerator<Buffer> {
  const full = Buffer.alloc(chunk, 'x');
  for (let left = bytes; left > 0; left -= chunk) yield left >= chunk ? full : full.subarray(0, left);
}

describe('the memory of the SMTP door', () => {
  it('is free again after each mail', async () => {
    const budget = new IntakeBudget(100 * MB);
    const content = await contentOf(mail(3 * MB + 7), budget);
    expect(content).toMatchObject({ ok: true, size: 3 * MB + 7, truncated: false });
    expect(budget.used).toBe(3 * MB + 7);
    if (content.ok) content.release();
    expect(budget.used).toBe(0);
  });

  it('holds the beginning only of a mail that is too large, and nothing of one beyond all measure', async () => {
    const budget = new IntakeBudget(100 * MB);
    const large = await contentOf(mail(MAX_WHOLE_BYTES + 1), budget);
    expect(large).toMatchObject({ ok: true, truncated: true, size: MAX_WHOLE_BYTES + 1 });
    expect(budget.used).toBe(MB);
    if (large.ok) large.release();
    expect(await contentOf(mail(MAX_ACCEPTED_BYTES + 1), budget)).toEqual({ ok: false, why: 'too large' });
    expect(budget.used).toBe(0);
  });

  it('never holds more than its bound, however many come at once; whoever finds no room may come again', async () => {
    const budget = new IntakeBudget(64 * MB);
    let most = 0;
    const watched = async function* (bytes: number): AsyncGenerator<Buffer> {
      for await (const chunk of mail(bytes)) {
        most = Math.max(most, budget.used);
        yield chunk;
      }
    };
    const all = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const content = await contentOf(watched(30 * MB), budget);
        if (content.ok) content.release();
        return content.ok ? 'taken' : content.why;
      }),
    );
    expect(most).toBeLessThanOrEqual(64 * MB);
    expect(all).toContain('no room');
    expect(budget.used).toBe(0);
  });

  it('is free again when the client hangs up', async () => {
    const budget = new IntakeBudget(64 * MB);
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield* mail(5 * MB);
      throw new Error('hung up');
    };
    await expect(contentOf(broken(), budget)).rejects.toThrow('hung up');
    expect(budget.used).toBe(0);
  });
});
