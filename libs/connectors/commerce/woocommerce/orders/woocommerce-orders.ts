import type { CommerceAdapter, ShopOrder, WalkPage } from '../../../port';
import { fieldsIn } from '../../../vendor/loose';
import { wordIn } from '../facts';
import { PAGE, type Fields, type WoocommerceClient } from '../woocommerce.client';
import { countOf, walkPage } from '../walk';
import type { OrderReader } from './order-reader';

const MOST_ORDERS = 25;
/** Longer is no order number and no mail address, but somebody trying something. */
const LONGEST_TERM = 255;
/** A search looks everywhere in an order, so what is wanted may stand on a later page. */
const SEARCH_PAGES = 3;

const plainNumber = (number: string): string => number.trim().replace(/^#/, '').trim().toLowerCase();

export class WoocommerceOrders {
  constructor(
    private readonly client: WoocommerceClient,
    private readonly reader: OrderReader,
  ) {}

  asPort(): CommerceAdapter['orders'] {
    return {
      byNumber: (number) => this.byNumber(number),
      byEmail: (email, limit) => this.byEmail(email, limit),
      byId: (externalId) => this.reader.one(externalId),
      walk: (since, cursor) => this.walk(since, cursor),
      count: (since) => countOf(this.client, 'orders', since),
    };
  }

  /**
   * The number is the id, unless a plug-in numbers orders its own way: it may then be the id of somebody else's order. Such
   * plug-ins let the shop's search find their numbers.
   */
  private async byNumber(typed: string): Promise<ShopOrder[]> {
    const wanted = plainNumber(typed);
    if (wanted === '' || wanted.length > LONGEST_TERM) return [];
    const isIt = (order: Fields): boolean => plainNumber(wordIn(order.number) ?? '') === wanted;
    const direct = /^[1-9]\d{0,15}$/.test(wanted) ? await this.client.find(`orders/${wanted}`) : null;
    if (direct && isIt(direct)) return this.reader.many([direct]);
    return this.reader.many(await this.search(wanted, isIt, 1));
  }

  private async byEmail(typed: string, limit: number): Promise<ShopOrder[]> {
    const wanted = typed.trim().toLowerCase();
    if (!/^[^\s@]+@[^\s@]+$/.test(wanted) || wanted.length > LONGEST_TERM) return [];
    const isTheirs = (order: Fields): boolean => wordIn(fieldsIn(order.billing).email)?.toLowerCase() === wanted;
    return this.reader.many(await this.search(wanted, isTheirs, Math.min(Math.max(1, limit), MOST_ORDERS)));
  }

  /** Newest first. The search finds parts of anything; what counts is held against each order. */
  private async search(term: string, fits: (order: Fields) => boolean, most: number): Promise<Fields[]> {
    const found: Fields[] = [];
    for (let page = 1; page <= SEARCH_PAGES && found.length < most; page += 1) {
      const query = { search: term, orderby: 'date', order: 'desc', per_page: PAGE, page };
      const { rows } = await this.client.page('orders', query);
      found.push(...rows.filter(fits));
      if (rows.length < PAGE) break;
    }
    return found.slice(0, most);
  }

  private async walk(since: Date | null, cursor: string | null): Promise<WalkPage<ShopOrder>> {
    const { items, next } = await walkPage(this.client, 'orders', since, cursor);
    return { items: await this.reader.many(items), next };
  }
}
