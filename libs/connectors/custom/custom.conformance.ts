import { randomUUID } from 'node:crypto';
import { connected, failureOf, type VendorTwin } from '../vendor/conformance-deps';
import { schemaProblem } from './arguments';

export interface CustomTwin extends VendorTwin<'custom'> {
  /** A read that finds something, what it then shows, and the same with arguments that do not fit. */
  read: { name: string; args: Record<string, unknown>; shows: { label: string; value: string } };
  unfit: Record<string, unknown>;
  /** The argument that does not fit there. */
  unfitName: string;
  /** The name of a write with arguments that would do. */
  write: { name: string; args: Record<string, unknown> };
  effects(): Promise<number>;
}

/** What every way to a system of the merchant's own must do, over the wire to a twin. */
export function customConformance(name: string, start: () => Promise<CustomTwin>): void {
  describe(`${name} as a system of the merchant's own`, () => {
    let twin: CustomTwin;
    const system = () => connected(twin).adapter;
    const nothing = { key: randomUUID(), beforeCommit: async () => undefined };

    beforeAll(async () => (twin = await start()));
    afterEach(() => twin.fault('none'));
    afterAll(() => twin?.stop());

    it('proves good credentials, and names what it can do', async () => {
      const verdict = await system().check();
      expect(verdict.can).toEqual(expect.arrayContaining([twin.read.name, twin.write.name]));
      expect(verdict.account).toBeTruthy();
    });

    it('tells wrong credentials as `auth`, in a check and in a read, without repeating them', async () => {
      const { adapter } = connected(twin, twin.wrong);
      for (const call of [() => adapter.check(), () => adapter.read(twin.read.name, twin.read.args)]) {
        const { error, text } = await failureOf(call);
        expect(error).toMatchObject({ name: 'ConnectorError', code: 'auth', retryable: false });
        expect(text).not.toContain('not-the-secret');
      }
    });

    it('describes its operations so that a person and a model can use them', async () => {
      const operations = await system().operations();
      expect(new Set(operations.map((one) => one.name)).size).toBe(operations.length);
      for (const one of operations) {
        expect(one.name).toMatch(/^[A-Za-z0-9_.-]+$/);
        expect(one.label).toBeTruthy();
        expect(one.description).toBeTruthy();
        expect(schemaProblem(one.arguments)).toBeNull();
      }
      expect(operations.find((one) => one.name === twin.write.name)?.effect).toBe('write');
    });

    it('reads, and shows what was asked for', async () => {
      const { fields, raw } = await system().read(twin.read.name, twin.read.args);
      expect(fields).toContainEqual(twin.read.shows);
      expect(raw).not.toBeNull();
    });

    it('names the argument that does not fit, before anything is asked', async () => {
      const adapter = system();
      await adapter.operations();
      await twin.fault('down');
      const { error } = await failureOf(() => adapter.read(twin.read.name, twin.unfit));
      expect(error).toMatchObject({ code: 'rejected', retryable: false });
      expect((error as Error).message).toContain(twin.unfitName);
    });

    it('never writes where it was asked to read, nor the other way round, nor what is not there', async () => {
      const before = await twin.effects();
      const calls = [
        () => system().read(twin.write.name, twin.write.args),
        () => system().write.perform({ name: twin.read.name, args: twin.read.args }, nothing),
        () => system().read('no_such_thing', {}),
      ];
      for (const call of calls) expect((await failureOf(call)).error).toMatchObject({ code: 'rejected' });
      expect(await twin.effects()).toBe(before);
    });

    it('tells "too many requests" as `rate_limited`, with how long to wait', async () => {
      await twin.fault('429');
      const { error } = await failureOf(() => system().read(twin.read.name, twin.read.args));
      expect(error).toMatchObject({ code: 'rate_limited', retryable: true, retryAfterMs: 2_000 });
    });

    it.each(['down', '500'] as const)('tells a system that is %s as `unavailable`', async (mode) => {
      await twin.fault(mode);
      const { error } = await failureOf(() => system().read(twin.read.name, twin.read.args));
      expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    });

    it('shows no row for what is not where it was', async () => {
      const { adapter } = connected(twin, twin.good, (body) => twin.strangely(body));
      const { fields } = await adapter.read(twin.read.name, twin.read.args);
      expect(fields.map((one) => one.label)).not.toContain(twin.read.shows.label);
    });
  });
}
