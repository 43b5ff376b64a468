import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CommerceAdapter } from '../../port';
import { channelDeps } from '../../vendor/channel-deps.fixture';
import { good, lightspeedTwin, type LightspeedTwin } from './conformance-twin';
import { lightspeed } from './lightspeed.connector';

const folder = join(process.env.SATCHEL_SPECS || resolve(__dirname, '../../../../../shared/specs'), 'lightspeed');
const there = existsSync(join(folder, '_endpoints.json'));
const withSamples = there ? describe : describe.skip;

type Json = Record<string, unknown>;
interface Exchange {
  method: string;
  path: string;
  body: Json | null;
  status: number;
  answer: unknown;
}

/** Lists are named in the plural, and a few records by another name than their sample. */
const SAMPLES: Record<string, string> = {
  customStatuses: 'customStatus',
  webhooks: 'webhook',
  shopScripts: 'shopScript',
  orderMetafields: 'orderMetafield',
  languages: 'language',
  count: '',
};
/** Fields that the samples' age or their place explain. */
const EXCUSED: Record<string, string[]> = {
  // Within an order's list, and in the catalogue, which has no sample.
  product: ['variants'],
};

const kindOf = (value: unknown): string =>
  value === null || value === false || value === true ? 'empty or flag' : Array.isArray(value) ? 'list' : typeof value;

/** What a record lacks or has otherwise than the sample; `false`, null and a number as text are the vendor's own ways. */
function differences(sample: unknown, value: unknown, at: string): string[] {
  const [one, other] = [kindOf(sample), kindOf(value)];
  if (one === 'empty or flag' || other === 'empty or flag') {
    const flags = typeof sample === 'boolean' && sample && typeof value !== 'boolean';
    return flags ? [`${at} should be a flag`] : [];
  }
  const numbers = [sample, value].every((each) => typeof each === 'number' || /^\d+(\.\d+)?$/.test(String(each)));
  if (one !== other) return numbers ? [] : [`${at} is a ${other}, not a ${one}`];
  if (one === 'list') return [];
  if (one !== 'object') return [];
  return Object.entries(sample as Json).flatMap(([name, wanted]) => {
    if (name === 'embedded') return [];
    const found = (value as Json)[name];
    return found === undefined ? [`${at}.${name} is missing`] : differences(wanted, found, `${at}.${name}`);
  });
}

withSamples(`Lightspeed's own endpoints and samples${there ? '' : ` (skipped: ${folder} is not here)`}`, () => {
  let twin: LightspeedTwin;
  const exchanges: Exchange[] = [];
  const samples = new Map<string, Json>();

  /** Everything that the adapter can do, once. */
  async function useAll(adapter: CommerceAdapter): Promise<void> {
    const write = (key: string) => ({ key, beforeCommit: async () => undefined });
    await adapter.check();
    const [first] = await adapter.orders.byNumber('ORD01001');
    const [second] = await adapter.orders.byNumber('ORD01002');
    const orderId = first?.externalId ?? '';
    const line = { orderLineId: first?.lines[0]?.id ?? '', quantity: 1 };
    await adapter.orders.byEmail('anna.bergmann@example.com', 5);
    await adapter.orders.walk?.(new Date(Date.now() - 2 * 86_400_000), null);
    await adapter.orders.count?.(null);
    await adapter.customers?.byEmail('anna.bergmann@example.com');
    await adapter.customers?.byId(first?.customerId ?? '');
    await adapter.customers?.walk?.(null, null);
    await adapter.products?.walk?.(null, null);
    const [product] = (await adapter.products?.search('tent', 1)) ?? [];
    await adapter.products?.byId(product?.externalId ?? '');
    await adapter.status?.choices();
    await adapter.status?.perform({ orderId: second?.externalId ?? '', status: 'on_hold' }, write('1'));
    const wish = { orderId, reason: null, restock: true, notify: false };
    await adapter.refund?.perform({ ...wish, lines: [line] }, write('2'));
    const back = { ...line, reason: 'other' as const, note: null };
    await adapter.returns?.perform({ orderId, lines: [back], exchange: [] }, write('3'));
    await adapter.cancel?.perform({ ...wish, orderId: second?.externalId ?? '' }, write('4'));
    await adapter.remark?.(orderId, 'A remark', write('5'));
    const terms = { code: 'CONTRACT', percent: 10, usageLimit: 1, endsAt: null, customerId: null };
    await adapter.discounts?.create?.perform(terms, write('6'));
    await adapter.hook?.register?.();
    await adapter.hook?.unregister?.();
    await adapter.theme?.install('https://desk.fernhill.example/widget.js', 'k');
    await adapter.theme?.remove();
  }

  beforeAll(async () => {
    for (const name of readdirSync(folder).filter((each) => !each.startsWith('_'))) {
      const [[key, record] = ['', {}]] = Object.entries(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Json);
      samples.set(key, record as Json);
    }
    twin = await lightspeedTwin();
    for (const settings of [{ returns: false }, { returns: true }, { embed: false }]) {
      await twin.reset();
      await twin.settings(settings);
      const { deps } = channelDeps({
        baseUrl: twin.baseUrl,
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          const text = await response.text();
          exchanges.push({
            method: init?.method ?? 'GET',
            path: new URL(url).pathname.slice('/lightspeed'.length),
            body: init?.body ? (JSON.parse(init.body as string) as Json) : null,
            status: response.status,
            answer: text ? JSON.parse(text) : null,
          });
          return new Response(text, { status: response.status, headers: response.headers });
        },
      });
      await useAll(lightspeed.connect(good as never, deps));
    }
  });
  afterAll(() => twin?.stop());

  it('every request goes where the vendor has something, but for the one that finds out about returns', () => {
    const { endpoints } = JSON.parse(readFileSync(join(folder, '_endpoints.json'), 'utf8')) as { endpoints: string[] };
    const known = endpoints.map((one) => new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`));
    const asked = [...new Set(exchanges.map((one) => `${one.method} ${one.path}`))];
    expect(asked.length).toBeGreaterThan(25);
    expect(asked.filter((one) => !known.some((each) => each.test(one)))).toEqual(['POST /nl/returns.json']);
  });

  it('every record has the fields of its sample, and what is sent has no others', () => {
    const strange: string[] = [];
    const seen = new Set<string>();
    const recordsOf = (envelope: unknown) =>
      Object.entries((envelope ?? {}) as Json).flatMap(([key, value]) => {
        const name = SAMPLES[key] ?? (samples.has(key) ? key : key.replace(/s$/, ''));
        const records = Array.isArray(value) ? (value as Json[]) : [value as Json];
        return samples.has(name) ? records.map((record) => ({ name, record })) : [];
      });
    for (const { method, path, status, answer, body } of exchanges) {
      if (status >= 300) continue;
      const partial = path.endsWith('/orders.json');
      for (const { name, record } of partial ? [] : recordsOf(answer).slice(0, 50)) {
        seen.add(name);
        const sample = Object.entries(samples.get(name) ?? {}).filter(([field]) => !EXCUSED[name]?.includes(field));
        strange.push(...differences(Object.fromEntries(sample), record, `${method} ${path}: ${name}`));
      }
      for (const { name, record } of recordsOf(body)) {
        const extra = Object.keys(record).filter((field) => !(field in (samples.get(name) ?? {})));
        strange.push(...extra.map((field) => `${method} ${path} sends ${name}.${field}`));
      }
    }
    expect([...new Set(strange)]).toEqual([]);
    expect([...seen].sort()).toEqual(
      expect.arrayContaining([
        'accountPermissions',
        'customStatus',
        'customer',
        'discount',
        'invoice',
        'invoiceItem',
        'order',
        'orderEvent',
        'orderMetafield',
        'orderProduct',
        'product',
        'return',
        'shipment',
        'shop',
        'shopLimits',
        'shopScript',
        'webhook',
      ]),
    );
  });
});
