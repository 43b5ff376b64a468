import { startSandboxProcess, type SandboxProcess } from '../../../../testing/sandbox-process';
import { waitFor } from '../../../../testing/wait-for';
import type { AdapterOf } from '../../../port';
import { changeConformance, type ChangeTwin } from '../../../vendor/change.conformance';
import { connected, failureOf } from '../../../vendor/conformance-deps';
import { shopify } from '../shopify.connector';

process.env.SANDBOX_ORDERS = '60';

type Shop = AdapterOf['commerce'];

let sandbox: SandboxProcess;
let twin: ChangeTwin<'commerce'>;
const FULL = { maximumAvailable: 2000, currentlyAvailable: 2000 };

async function start(): Promise<ChangeTwin<'commerce'>> {
  sandbox = await startSandboxProcess();
  const credentials = { shopDomain: 'fernhill-outfitters.myshopify.com', accessToken: 'shpat_sandbox' };
  twin = {
    connector: shopify,
    good: credentials,
    wrong: credentials,
    baseUrl: `${sandbox.url}/shopify`,
    fault: async (mode) => {
      await sandbox.control('faults', { vendor: 'shopify', mode });
      await sandbox.control('shopify/bucket', FULL);
    },
    reset: async () => {
      await sandbox.control('reset', {});
    },
    strangely: (body) => body,
    stop: () => sandbox.stop(),
  };
  return twin;
}

const shop = (): Shop => connected<'commerce'>(twin).adapter;
const order = async (number: string) => {
  const [found] = await shop().orders.byNumber(number);
  if (!found) throw new Error(`the twin should know order ${number}`);
  return found;
};
const effects = async (kind: string) => {
  const { effects: all } = await sandbox.control<{ effects: { kind: string }[] }>('effects');
  return all.filter((one) => one.kind === kind).length;
};
const part = <P>(found: P | undefined): P => {
  if (!found) throw new Error('Shopify should have this part');
  return found;
};
const write = (key: string) => ({ key, beforeCommit: async () => undefined });
const noOrder = 'gid://shopify/Order/424242424242';

changeConformance('A refund of Shopify', start, {
  of: (adapter) => part(adapter.refund),
  args: async () => {
    const { externalId, lines } = await order('1001');
    const [line] = lines;
    return {
      orderId: externalId,
      lines: [{ orderLineId: line?.id ?? '', quantity: 1 }],
      reason: 'Does not fit',
      restock: true,
      notify: false,
    };
  },
  effects: () => effects('refund'),
  refused: (args) => ({ ...args, lines: [], amount: { amount: 10_000_000, currency: 'EUR' } }),
});

changeConformance('A cancellation of Shopify', start, {
  of: (adapter) => part(adapter.cancel),
  args: async () => ({
    orderId: (await order('1002')).externalId,
    reason: 'Ordered twice',
    restock: true,
    notify: false,
  }),
  effects: async () => {
    await waitFor(async () => (await sandbox.control<{ pending: number }>('shopify/jobs')).pending === 0);
    return effects('cancel');
  },
  refused: (args) => ({ ...args, orderId: noOrder }),
});

changeConformance('An address of Shopify', start, {
  of: (adapter) => part(adapter.address),
  args: async () => ({
    orderId: (await order('1002')).externalId,
    address: {
      name: 'Marco Rossi',
      lines: ['Via Nuova 5', '2. piano'],
      city: 'Milano',
      postcode: '20121',
      country: 'IT',
    },
  }),
  effects: () => effects('address'),
  refused: (args) => ({ ...args, address: { ...args.address, lines: [] } }),
});

/** An order that was not sent, with another variant of one of its products. */
const swapping = async () => {
  const { externalId, lines } = await order('1012');
  for (const line of lines) {
    const [product] = await part(shop().products).bySku(line.sku ?? '');
    const held = lines.map(({ sku }) => sku);
    const other = product?.variants.find(({ sku, stock }) => !held.includes(sku) && (stock ?? 1) > 0);
    if (other)
      return { orderId: externalId, lines: [{ orderLineId: line.id ?? '', variantId: other.externalId, quantity: 1 }] };
  }
  throw new Error('the twin should sell a variant of something in order 1012');
};

changeConformance('Changed items of Shopify', start, {
  of: (adapter) => part(adapter.changeItems),
  args: swapping,
  effects: () => effects('items'),
  refused: (args) => ({ ...args, lines: args.lines.map((line) => ({ ...line, quantity: 99 })) }),
  // The edit carries nothing of ours: without the mark that is set after it, it may be anybody's.
  keepsNoKey: true,
});

describe('changed items of Shopify', () => {
  beforeAll(start);
  beforeEach(() => twin.reset());
  afterAll(() => twin.stop());
  const change = () => part(shop().changeItems);

  it('are told with what they cost before anything happens', async () => {
    const wish = await swapping();
    const { lines, difference } = await change().preview(wish);
    expect(lines).toMatchObject([{ quantity: 1, to: expect.stringMatching(/\w/) }]);
    expect(difference.currency).toBe('EUR');
    expect(await effects('items')).toBe(0);
  });

  it('are of the same product only, and of an order that was not sent', async () => {
    const wish = await swapping();
    const [foreign] = await part(shop().products).search('jacket', 1);
    const variantId = foreign?.variants[0]?.externalId ?? '';
    const other = { ...wish, lines: wish.lines.map((line) => ({ ...line, variantId })) };
    expect((await failureOf(() => change().preview(other))).error).toMatchObject({ code: 'rejected' });
    const { externalId, lines } = await order('1003');
    const sent = { orderId: externalId, lines: [{ orderLineId: lines[0]?.id ?? '', variantId, quantity: 1 }] };
    expect((await failureOf(() => change().perform(sent, write('k')))).error).toMatchObject({ code: 'rejected' });
    expect(await effects('items')).toBe(0);
  });

  it('of somebody else are not taken for ours', async () => {
    const wish = await swapping();
    await change().perform(wish, write('theirs'));
    expect(await change().find(wish, 'ours')).toBe('unknown');
  });
});

const returning = async (exchange: { variantId: string; quantity: number }[]) => {
  const { externalId, lines } = await order('1003');
  const [line] = lines;
  return {
    orderId: externalId,
    lines: [{ orderLineId: line?.id ?? '', quantity: 1, reason: 'too_small' as const, note: 'Pinches at the toes' }],
    exchange,
  };
};

changeConformance('A return of Shopify', start, {
  of: (adapter) => part(adapter.returns),
  args: () => returning([]),
  effects: () => effects('return_requested'),
  refused: (args) => ({ ...args, lines: args.lines.map((line) => ({ ...line, quantity: 99 })) }),
});

changeConformance('An exchange of Shopify', start, {
  of: (adapter) => part(adapter.returns),
  args: async () => {
    const [product] = await part(shop().products).search('jacket', 1);
    return returning([{ variantId: product?.variants[0]?.externalId ?? '', quantity: 1 }]);
  },
  effects: () => effects('return_requested'),
  refused: (args) => ({ ...args, exchange: [{ variantId: 'gid://shopify/ProductVariant/1', quantity: 1 }] }),
});

changeConformance('A discount of Shopify', start, {
  of: (adapter) => part(adapter.discounts?.create),
  args: async () => ({
    code: 'SORRY-42',
    percent: 12.5,
    usageLimit: 1,
    endsAt: new Date(Date.now() + 30 * 24 * 3_600_000),
    minimum: { amount: 5000, currency: 'EUR' },
    customerId: (await order('1001')).customerId,
  }),
  effects: () => effects('discount'),
  refused: (args) => ({ ...args, customerId: 'gid://shopify/Customer/1' }),
});

describe('What a change does to a Shopify order', () => {
  beforeAll(start);
  beforeEach(() => twin.reset());
  afterAll(() => twin.stop());
  const refund = () => part(shop().refund);

  it('refunds what it foretold, and the order says so', async () => {
    const { externalId, total } = await order('1001');
    const wish = { orderId: externalId, reason: 'Too late', restock: false, notify: false };
    const amount = { amount: 1234, currency: 'EUR' };
    expect(await refund().preview({ ...wish, amount })).toEqual({
      amount,
      most: total,
      to: expect.stringMatching(/stripe|paypal/i),
    });
    const made = await refund().perform({ ...wish, amount }, write('k-1'));
    expect(made).toMatchObject({ amount, reason: 'Too late', status: 'pending' });
    expect(await order('1001')).toMatchObject({ payment: 'partially_refunded', refunded: amount, refunds: [made] });
    const rest = await refund().perform(wish, write('k-2'));
    expect(rest.amount.amount).toBe(total.amount - amount.amount);
    const done = await order('1001');
    expect(done.payment).toBe('refunded');
    expect(done.refunded).toEqual(total);
  });

  it('refunds once however often the same key comes', async () => {
    const { externalId } = await order('1001');
    const wish = {
      orderId: externalId,
      reason: null,
      restock: false,
      notify: false,
      amount: { amount: 500, currency: 'EUR' },
    };
    const one = await refund().perform(wish, write('k-3'));
    expect(await refund().perform(wish, write('k-3'))).toEqual(one);
    expect(await effects('refund')).toBe(1);
  });

  it('says what is left when more is asked for, before it asks Shopify', async () => {
    const { externalId } = await order('1001');
    const wish = { orderId: externalId, reason: null, restock: false, notify: false };
    const { error } = await failureOf(() =>
      refund().perform({ ...wish, amount: { amount: 9_999_999, currency: 'EUR' } }, write('k-4')),
    );
    expect(error).toMatchObject({ code: 'rejected', message: 'Of order #1001, 288.80 EUR can still be refunded.' });
    const { error: other } = await failureOf(() =>
      refund().preview({ ...wish, amount: { amount: 100, currency: 'USD' } }),
    );
    expect((other as Error).message).toContain('was paid in EUR');
  });

  it('takes goods that never left off the order, and lines count as refunded', async () => {
    const before = await order('1002');
    const [line] = before.lines;
    const wish = {
      orderId: before.externalId,
      lines: [{ orderLineId: line?.id ?? '', quantity: line?.quantity ?? 0 }],
      shipping: true,
      reason: null,
      restock: true,
      notify: false,
    };
    await refund().perform(wish, write('k-5'));
    expect((await order('1002')).lines[0]).toMatchObject({ refundable: 0, returnable: 0 });
    expect(await effects('refund')).toBe(1);
  });

  it('cancels, pays back and tells the order as it is then', async () => {
    const { externalId, total } = await order('1002');
    const cancelled = await part(shop().cancel).perform(
      { orderId: externalId, reason: null, restock: true, notify: false },
      write('k-6'),
    );
    expect(cancelled).toMatchObject({ fulfilment: 'cancelled', refunded: total, cancelledAt: expect.any(Date) });
  });

  it("does not take somebody else's cancellation for ours", async () => {
    const args = { orderId: (await order('1002')).externalId, reason: null, restock: true, notify: false };
    await part(shop().cancel).perform(args, write('theirs'));
    expect(await part(shop().cancel).find(args, 'ours')).toBe('not_done');
  });

  it('will not cancel or redirect what has left', async () => {
    const { externalId } = await order('1001');
    const address = { name: 'A B', lines: ['Weg 1'], city: 'Bonn', postcode: '53111', country: 'DE' };
    const { error } = await failureOf(() => part(shop().address).perform({ orderId: externalId, address }, write('k')));
    expect(error).toMatchObject({ code: 'rejected', message: expect.stringContaining('on its way') });
    const { error: second } = await failureOf(() =>
      part(shop().cancel).perform({ orderId: externalId, reason: null, restock: true, notify: false }, write('k')),
    );
    expect(second).toMatchObject({ code: 'rejected', message: expect.stringContaining('fulfilled') });
    expect([await effects('address'), await effects('cancel')]).toEqual([0, 0]);
  });

  it('writes a remark below what stands there, once', async () => {
    const { externalId } = await order('1002');
    for (let time = 0; time < 2; time += 1)
      await shop().remark?.(externalId, 'Ticket 12: https://desk/t/12', write('k'));
    expect(await effects('note')).toBe(1);
  });

  it('is `auth` when the app may only read', async () => {
    await sandbox.control('shopify/scopes', { scopes: ['read_orders'] });
    const { externalId } = await order('1001');
    const wish = { orderId: externalId, reason: null, restock: false, notify: false };
    const { error } = await failureOf(() => refund().perform(wish, write('k')));
    expect(error).toMatchObject({ code: 'auth', vendorCode: 'ACCESS_DENIED' });
    expect(await shop().check()).toMatchObject({
      can: ['orders'],
      cannot: expect.arrayContaining([
        { capability: 'refund', reason: expect.stringContaining('write_orders') },
        { capability: 'older_orders', reason: expect.stringContaining('60 days') },
      ]),
    });
  });

  it('asks the shop for a return, and what comes back cannot come back twice', async () => {
    const wish = await returning([]);
    const before = await order('1003');
    const made = await part(shop().returns).perform(wish, write('k-7'));
    expect(made).toMatchObject({
      status: 'requested',
      reason: 'Pinches at the toes',
      lines: [{ orderLineId: wish.lines[0]?.orderLineId, quantity: 1 }],
      instructionsUrl: null,
    });
    const after = await order('1003');
    expect(after.returns).toEqual([made]);
    expect(after.lines[0]?.returnable).toBe((before.lines[0]?.returnable ?? 0) - 1);
  });

  it('opens an exchange at once, with a label for the way back', async () => {
    const [product] = await part(shop().products).search('jacket', 1);
    const wish = await returning([{ variantId: product?.variants[0]?.externalId ?? '', quantity: 1 }]);
    const made = await part(shop().returns).perform(wish, write('k-8'));
    expect(made).toMatchObject({ status: 'approved', instructionsUrl: expect.stringContaining('https://') });
  });

  it('says how many can still be sent back', async () => {
    const wish = await returning([]);
    const { error } = await failureOf(() =>
      part(shop().returns).perform(
        { ...wish, lines: wish.lines.map((line) => ({ ...line, quantity: 9 })) },
        write('k'),
      ),
    );
    expect((error as Error).message).toMatch(/^\d of .+ can still be sent back, not 9\.$/);
  });

  it('tells an order without its returns when the app may not see them', async () => {
    await part(shop().returns).perform(await returning([]), write('k-9'));
    await sandbox.control('shopify/scopes', { scopes: ['read_orders', 'read_products'] });
    expect(await order('1003')).toMatchObject({ number: '#1003', returns: [] });
  });

  it('makes a code that somebody can read again, and takes it back', async () => {
    const discounts = part(shop().discounts);
    const wish = {
      code: 'THANKS-5',
      amount: { amount: 500, currency: 'EUR' },
      usageLimit: 1,
      endsAt: null,
      customerId: null,
    };
    const made = await part(discounts.create).perform(wish, write('k-10'));
    expect(made).toMatchObject({
      code: 'THANKS-5',
      active: true,
      amount: wish.amount,
      percent: null,
      usageLimit: 1,
      used: 0,
    });
    expect(await discounts.byCode(' THANKS-5 ')).toEqual(made);
    expect(await discounts.byCode('NO-SUCH-CODE')).toBeNull();
    const { error } = await failureOf(() => part(discounts.create).perform(wish, write('k-11')));
    expect(error).toMatchObject({ code: 'rejected', vendorCode: 'TAKEN', message: expect.stringContaining('unique') });
    await part(discounts.create).undo?.(made, write('k-12'));
    expect(await discounts.byCode('THANKS-5')).toMatchObject({ active: false });
  });
});
