import type { WarehouseOrder } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { type Fields, type OrderMapper, shipmentsIn } from './order.mapper';
import type { ShipBobClient } from './shipbob.client';

const ID = /^[1-9]\d{0,17}$/;
const PAGE = 250;
/** Of the newest orders, this many pages are looked through for a number. */
const MOST_PAGES = 4;
const MOST_KNOWN = 10_000;

const plain = (number: string): string => number.trim().replace(/^#/, '').trim().toLowerCase();

/** ShipBob finds orders by the shop's reference, not by their number: numbers are kept as they are seen. */
export class Orders {
  /** Which orders have a number; an order never changes it. */
  private readonly known = new Map<string, Set<string>>();

  constructor(
    private readonly client: ShipBobClient,
    private readonly mapper: OrderMapper,
  ) {}

  async byNumber(typed: string): Promise<WarehouseOrder[]> {
    const number = plain(typed);
    // A comma would ask for several.
    if (!/^[\w.\-/ ]{1,60}$/.test(number)) return [];
    const rows = (await this.remembered(number)) ?? (await this.byReference(number)) ?? (await this.walked(number));
    return Promise.all(rows.map((row) => this.told(row)));
  }

  async byId(id: string): Promise<WarehouseOrder | null> {
    const row = await this.row(id);
    return row && this.told(row);
  }

  /** As ShipBob tells it. */
  async row(id: string): Promise<Fields | null> {
    const row = ID.test(id) ? fieldsIn(await this.client.find(`/order/${id}`)) : {};
    return row.id === undefined ? null : row;
  }

  async told(row: Fields): Promise<WarehouseOrder> {
    const ids = shipmentsIn(row)
      .filter((one) => one.status !== 'Cancelled')
      .map((one) => textIn(one.id));
    const timelines = await Promise.all(
      ids.map(async (id) => [id, listIn(await this.client.find(`/shipment/${id}/timeline`)).map(fieldsIn)] as const),
    );
    return this.mapper.order(row, new Map(timelines));
  }

  private async remembered(number: string): Promise<Fields[] | null> {
    const ids = this.known.get(number);
    if (!ids) return null;
    const rows = await Promise.all([...ids].map((id) => this.row(id)));
    const found = rows.filter((row): row is Fields => row !== null);
    return found.length > 0 ? found : null;
  }

  /** Shops that send their number as the reference. */
  private async byReference(number: string): Promise<Fields[] | null> {
    const rows = await this.page({ ReferenceIds: `${number},#${number}`, Limit: String(PAGE) });
    const found = rows.filter((row) => plain(textIn(row.order_number) || textIn(row.reference_id)) === number);
    return found.length > 0 ? found : null;
  }

  private async walked(number: string): Promise<Fields[]> {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const rows = await this.page({ Page: String(page), Limit: String(PAGE), SortOrder: 'Newest' });
      const found = rows.filter((row) => plain(textIn(row.order_number)) === number);
      if (found.length > 0) return found;
      if (rows.length < PAGE) break;
    }
    return [];
  }

  private async page(query: Record<string, string>): Promise<Fields[]> {
    const rows = listIn(await this.client.get('/order', query)).map(fieldsIn);
    for (const row of rows) this.remember(plain(textIn(row.order_number)), textIn(row.id));
    return rows;
  }

  private remember(number: string, id: string): void {
    if (!number) return;
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    const ids = this.known.get(number);
    if (ids) ids.add(id);
    else this.known.set(number, new Set([id]));
  }
}
