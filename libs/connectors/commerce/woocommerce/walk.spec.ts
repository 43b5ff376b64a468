import { walkPage } from './walk';
import { PAGE, type Fields, type Query, type WoocommerceClient } from './woocommerce.client';

/** A shop with these orders, that lists them as WooCommerce does: the second of `modified_after` is left out. */
function shopOf(all: readonly Fields[]) {
  const asked: Query[] = [];
  const page = async (_path: string, query: Query) => {
    asked.push(query);
    const after = query.modified_after === undefined ? '' : String(query.modified_after);
    const excluded = new Set(String(query.exclude ?? '').split(','));
    const found = all.filter((one) => String(one.date_modified_gmt) > after && !excluded.has(String(one.id)));
    const start = Number(query.offset ?? 0);
    return { rows: found.slice(start, start + PAGE), total: found.length };
  };
  return { asked, client: { page } as unknown as WoocommerceClient };
}

const rows = (count: number, at: string, from = 1): Fields[] =>
  Array.from({ length: count }, (_, place) => ({ id: from + place, date_modified_gmt: at }));

async function walked(all: readonly Fields[], since: Date | null = null) {
  const { client, asked } = shopOf(all);
  const ids: unknown[] = [];
  for (let cursor: string | null = null, page = 0; page < 20; page += 1) {
    const { items, next } = await walkPage(client, 'orders', since, cursor);
    ids.push(...items.map((one) => one.id));
    if (next === null) return { ids, asked };
    cursor = next;
  }
  throw new Error('the walk should have ended');
}

describe('A walk over a WooCommerce list', () => {
  it('reads each once, although more of them than a page changed in one second', async () => {
    const all = [
      ...rows(30, '2026-11-20T10:00:00'),
      ...rows(740, '2026-11-20T10:00:01', 31),
      ...rows(5, '2026-11-20T10:00:02', 771),
    ];
    const { ids, asked } = await walked(all);
    expect(ids).toEqual(all.map((one) => one.id));
    const longest = Math.max(...asked.map(({ exclude }) => String(exclude ?? '').split(',').length));
    expect(longest).toBeLessThanOrEqual(300);
  });

  it('begins with the very second that it was asked for', async () => {
    const all = [...rows(1, '2026-11-20T09:59:59'), ...rows(2, '2026-11-20T10:00:00', 2)];
    expect((await walked(all, new Date('2026-11-20T10:00:00.500Z'))).ids).toEqual([2, 3]);
  });

  it('begins anew with a cursor that is none of ours', async () => {
    const { client } = shopOf(rows(3, '2026-11-20T10:00:00'));
    expect((await walkPage(client, 'orders', null, '7; DROP')).items).toHaveLength(3);
  });
});
