import type { CommerceAdapter, RefundWish, Write } from '../../../port';
import { connected } from '../../../vendor/conformance-deps';
import { lightspeedTwin, type LightspeedTwin } from '../conformance-twin';

describe('credit notes of several actions on one order', () => {
  let twin: LightspeedTwin;
  const refund = (): NonNullable<CommerceAdapter['refund']> => {
    const change = connected<'commerce'>(twin).adapter.refund;
    if (!change) throw new Error('there should be a refund');
    return change;
  };
  const write = (key: string): Write => ({ key, beforeCommit: async () => undefined });
  const oneSock = async (): Promise<RefundWish> => {
    const [order] = await connected<'commerce'>(twin).adapter.orders.byNumber('ORD01001');
    const line = order?.lines.find((each) => each.quantity === 2);
    const lines = [{ orderLineId: line?.id ?? '', quantity: 1 }];
    return { orderId: order?.externalId ?? '', lines, reason: null, restock: true, notify: false };
  };

  beforeAll(async () => (twin = await lightspeedTwin()));
  beforeEach(() => twin.reset());
  afterAll(() => twin?.stop());

  it('are told apart, although they are alike and one of them was never answered', async () => {
    const wish = await oneSock();
    const first = await refund().perform(wish, write('first'));
    await twin.fault('lose_answer');
    await expect(refund().perform(wish, write('second'))).rejects.toMatchObject({ code: 'uncertain' });
    const second = await refund().find(wish, 'second');
    expect(second).toMatchObject({ amount: first.amount, status: 'pending' });
    expect(second).not.toEqual(first);
    expect(await refund().find(wish, 'first')).toEqual(first);
    expect(await refund().find(wish, 'third')).toBe('not_done');
  });

  it("are not taken for one's own when another action wrote them meanwhile", async () => {
    const wish = await oneSock();
    await twin.fault('no_effect');
    await expect(refund().perform(wish, write('first'))).rejects.toMatchObject({ code: 'uncertain' });
    const second = await refund().perform(wish, write('second'));
    expect(await refund().find(wish, 'first')).toBe('not_done');
    expect(await refund().perform(wish, write('first'))).not.toEqual(second);
    expect(await twin.effects('refund', '#1001')).toBe(2);
  });

  it('are not written again for an action that has one, answered or not', async () => {
    const wish = await oneSock();
    await twin.fault('lose_answer');
    await expect(refund().perform(wish, write('key'))).rejects.toMatchObject({ code: 'uncertain' });
    const made = await refund().perform(wish, write('key'));
    expect(await refund().perform(wish, write('key'))).toEqual(made);
    expect(await twin.effects('refund', '#1001')).toBe(1);
  });

  it('are written by a second try when the first one never left', async () => {
    const wish = await oneSock();
    const change = refund();
    const stopped = write('key');
    stopped.beforeCommit = () => Promise.reject(new Error('not now'));
    await expect(change.perform(wish, stopped)).rejects.toThrow('not now');
    expect((await twin.sandbox.control('lightspeed')).metafields[wish.orderId] ?? []).toEqual([]);
    await change.perform(wish, write('key'));
    expect(await twin.effects('refund', '#1001')).toBe(1);
  });

  it('are not guessed at when two that nobody knows would fit', async () => {
    const wish = await oneSock();
    await twin.fault('no_effect');
    await expect(refund().perform(wish, write('ours'))).rejects.toMatchObject({ code: 'uncertain' });
    const authorization = `Basic ${Buffer.from('sandbox-key:sandbox-secret').toString('base64')}`;
    const orderProducts = (wish.lines ?? []).map((line) => ({ id: Number(line.orderLineId), quantity: 1 }));
    for (let time = 0; time < 2; time += 1) {
      await fetch(`${twin.baseUrl}/nl/orders/${wish.orderId}/credit.json`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ credit: { orderProducts } }),
      });
    }
    expect(await refund().find(wish, 'ours')).toBe('unknown');
    await expect(refund().perform(wish, write('ours'))).rejects.toMatchObject({ code: 'uncertain' });
    expect(await twin.effects('refund', '#1001')).toBe(2);
  });

  it('name each line once, however often it was asked for', async () => {
    const wish = await oneSock();
    const twice = { ...wish, lines: [...(wish.lines ?? []), ...(wish.lines ?? [])] };
    expect((await refund().preview(twice)).amount.amount).toBe(2 * 1_990);
    await expect(refund().preview({ ...twice, lines: [...twice.lines, ...twice.lines] })).rejects.toMatchObject({
      code: 'rejected',
    });
  });
});
