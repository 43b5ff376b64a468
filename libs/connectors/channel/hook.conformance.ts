import { randomUUID } from 'node:crypto';
import type { ChannelHook, InboundItem, RawInbound } from '../port';
import type { ChannelUnderTest, PushingVendor } from './channel-under-test';

/** What every channel whose vendor calls us must do; nothing for the others. */
export function hookConformance(current: () => ChannelUnderTest): void {
  const pushing = (): { hook: ChannelHook; vendor: PushingVendor } | null => {
    const { adapter, pushing: vendor } = current();
    expect(Boolean(vendor)).toBe(Boolean(adapter.hook));
    return vendor && adapter.hook ? { hook: adapter.hook, vendor } : null;
  };
  const readAll = async (raws: RawInbound[]): Promise<InboundItem[]> =>
    (await Promise.all(raws.map((raw) => current().adapter.read(raw)))).flat();

  it('takes what its vendor signed, and nobody else', async () => {
    const it_ = pushing();
    if (!it_) return;
    const { hook, vendor } = it_;
    const call = vendor.call({ id: randomUUID(), text: 'Grüße 👋 & more=1+1' });
    expect(await hook.verify(call)).toBeNull();
    expect(await hook.verify(vendor.forge(call))).toEqual(expect.any(String));
    const other = vendor.call({ id: randomUUID(), text: 'Send it elsewhere' });
    expect(await hook.verify({ ...call, body: other.body })).toEqual(expect.any(String));
    expect(await hook.verify({ ...call, headers: {} })).toEqual(expect.any(String));
    expect(hook.handshake?.(call) ?? null).toBeNull();
    expect(hook.answer.status).toBeLessThan(300);
  });

  it('keeps the id of a call that comes again, and gives each thing said its own', () => {
    const it_ = pushing();
    if (!it_) return;
    const { hook, vendor } = it_;
    const message = { id: randomUUID(), text: 'Hello' };
    const ids = hook.unpack(vendor.call(message)).map((raw) => raw.externalId);
    expect(ids).toHaveLength(1);
    expect(hook.unpack(vendor.call(message)).map((raw) => raw.externalId)).toEqual(ids);
    if (!vendor.report) return;
    const words = Object.keys(vendor.words);
    const { report } = vendor;
    const told = words.flatMap((word) => hook.unpack(report('their-id', word)).map((raw) => raw.externalId));
    expect(new Set([...ids, ...told]).size).toBe(words.length + 1);
  });

  it('unpacks and reads whatever bytes a genuine caller sends', async () => {
    const it_ = pushing();
    if (!it_) return;
    const { hook, vendor } = it_;
    const call = vendor.call({ id: randomUUID(), text: 'Hello' });
    for (const body of ['', '{', '[]', 'null', '{"entry":[null,{"changes":7}]}', '%ff=%00&From=', '"\u0000"']) {
      const raws = hook.unpack({ ...call, body: Buffer.from(body) });
      for (const raw of raws) expect(raw.externalId).not.toBe('');
    }
  });

  it('knows every word of its vendor for what became of a message, in any order', async () => {
    const it_ = pushing();
    if (!it_?.vendor.report) return;
    const { hook } = it_;
    const { report, words } = it_.vendor;
    const told = async (order: string[]) => {
      const found: Record<string, string | null> = {};
      for (const word of order) {
        const items = await readAll(hook.unpack(report('their-id', word)));
        const statuses = items.filter((one) => one.type === 'status');
        expect(statuses).toHaveLength(items.length);
        expect(statuses.map((one) => one.externalId)).toEqual(statuses.map(() => 'their-id'));
        found[word] = statuses[0]?.status ?? null;
      }
      return found;
    };
    expect(await told(Object.keys(words))).toEqual(words);
    expect(await told(Object.keys(words).reverse())).toEqual(words);
  });

  it('counts a word that nobody knows once, and goes on', async () => {
    const it_ = pushing();
    if (!it_?.vendor.report) return;
    const { hook, vendor } = it_;
    const before = vendor.warnings.length;
    for (let times = 0; times < 2; times += 1) {
      const call = vendor.report?.('their-id', 'teleported');
      expect(call && (await readAll(hook.unpack(call)))).toEqual([]);
    }
    expect(vendor.warnings.slice(before)).toEqual([expect.objectContaining({ word: 'teleported' })]);
  });
}
