import { randomUUID } from 'node:crypto';
import type { AdapterOf, Change, ConnectorKind } from '../port';
import { connected, failureOf, type VendorTwin } from './conformance-deps';

export interface ChangeTwin<K extends ConnectorKind> extends Omit<VendorTwin<K>, 'fault'> {
  /**
   * `lose_answer`: done, and the line dies. `500_after`: done, answered with an error. `no_effect`: answered as done, and
   * nothing happened. Each for the next change only.
   */
  fault(mode: 'none' | 'down' | '429' | '500' | 'lose_answer' | '500_after' | 'no_effect'): Promise<void>;
  /** Back to the world as it was. */
  reset(): Promise<void>;
}

/** One change of an adapter, with arguments that the twin takes; made anew before each test. */
export interface ChangeCase<K extends ConnectorKind, A, R> {
  of(adapter: AdapterOf[K]): Change<A, R>;
  args(): Promise<A>;
  /** How often it happened in the twin's world since the reset. */
  effects(args: A): Promise<number>;
  /** Arguments that the vendor refuses, whatever its state. */
  refused?: (args: A) => A;
  /** The vendor cannot tell this change from somebody else's: `find` may answer `unknown`, never `not_done` wrongly. */
  keepsNoKey?: boolean;
}

/** What every change must do, over the wire to its twin: once, found again, and honest about what it does not know. */
export function changeConformance<K extends ConnectorKind, A, R>(
  name: string,
  start: () => Promise<ChangeTwin<K>>,
  one: ChangeCase<K, A, R>,
): void {
  describe(`${name}, as a change`, () => {
    let twin: ChangeTwin<K>;
    let args: A;
    const change = () => one.of(connected<K>(twin).adapter);
    const write = (key = randomUUID()) => ({ key, beforeCommit: async () => undefined });
    const found = (result: unknown) => result !== 'not_done' && result !== 'unknown';

    beforeAll(async () => (twin = await start()));
    beforeEach(async () => {
      await twin.reset();
      args = await one.args();
    });
    afterEach(() => twin.fault('none'));
    afterAll(() => twin?.stop());

    it('happens once, and is found by its key', async () => {
      const key = randomUUID();
      expect(found(await change().find(args, key))).toBe(false);
      const result = await change().perform(args, write(key));
      expect(await one.effects(args)).toBe(1);
      expect(await change().find(args, key)).toEqual(result);
    });

    it('tells the house right before the request leaves, and sends nothing when the house then says no', async () => {
      const stopped = new Error('not any more');
      const { error } = await failureOf(() =>
        change().perform(args, { key: randomUUID(), beforeCommit: () => Promise.reject(stopped) }),
      );
      expect(error).toBe(stopped);
      expect(await one.effects(args)).toBe(0);
    });

    it.each(['lose_answer', '500_after'] as const)('is uncertain after "%s", and found', async (mode) => {
      const key = randomUUID();
      await twin.fault(mode);
      const { error } = await failureOf(() => change().perform(args, write(key)));
      expect(error).toMatchObject({ code: 'uncertain', retryable: false });
      await twin.fault('none');
      expect(await one.effects(args)).toBe(1);
      const seen = await change().find(args, key);
      expect(one.keepsNoKey ? seen !== 'not_done' : found(seen)).toBe(true);
    });

    it('is not found after an answer of "done" that did nothing', async () => {
      const key = randomUUID();
      await twin.fault('no_effect');
      await change()
        .perform(args, write(key))
        .catch(() => undefined);
      await twin.fault('none');
      expect(await one.effects(args)).toBe(0);
      expect(found(await change().find(args, key))).toBe(false);
    });

    it('does nothing when the vendor asks us to slow down', async () => {
      await twin.fault('429');
      const { error } = await failureOf(() => change().perform(args, write()));
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true });
      await twin.fault('none');
      expect(await one.effects(args)).toBe(0);
    });

    if (one.refused) {
      const bad = one.refused;
      it("tells the vendor's refusal in words, without an effect", async () => {
        const { error } = await failureOf(() => change().perform(bad(args), write()));
        expect(error).toMatchObject({ retryable: false });
        expect(['rejected', 'not_found']).toContain((error as { code: string }).code);
        expect((error as Error).message).toMatch(/\w+ \w+/);
        expect(await one.effects(args)).toBe(0);
      });
    }
  });
}
