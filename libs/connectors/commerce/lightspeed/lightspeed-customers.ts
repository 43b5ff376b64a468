import type { CommerceAdapter, ShopCustomer, WalkPage } from '../../port';
import { fieldsIn } from '../../vendor/loose';
import { dateIn, idIn, wordIn } from './facts';
import type { Fields, LightspeedClient } from './lightspeed.client';
import { nameIn } from './orders/order.mapper';
import { countOf, walkPage } from './walk';

const WALK_RESERVE = 0.3;
const LONGEST_ADDRESS = 255;

export class LightspeedCustomers {
  constructor(private readonly client: LightspeedClient) {}

  asPort(): NonNullable<CommerceAdapter['customers']> {
    return {
      byEmail: (email) => this.byEmail(email),
      byId: (externalId) => this.byId(externalId),
      walk: (since, cursor) => this.walk(since, cursor),
      count: (since) => countOf(this.client, 'customers', since),
    };
  }

  private async byEmail(typed: string): Promise<ShopCustomer[]> {
    const email = typed.trim().toLowerCase();
    if (!email.includes('@') || email.length > LONGEST_ADDRESS) return [];
    const rows = await this.client.list('customers', 'customers', { email });
    return rows.map(customerOf).filter((one) => one.email?.toLowerCase() === email);
  }

  private async byId(externalId: string): Promise<ShopCustomer | null> {
    if (!idIn(externalId)) return null;
    const record = fieldsIn((await this.client.find(`customers/${externalId}`))?.customer);
    return idIn(record.id) ? customerOf(record) : null;
  }

  private async walk(since: Date | null, cursor: string | null): Promise<WalkPage<ShopCustomer>> {
    const page = await walkPage(this.client, 'customers', since, cursor, { reserve: WALK_RESERVE });
    return { items: page.items.map(customerOf), next: page.next };
  }
}

function customerOf(record: Fields): ShopCustomer {
  const createdAt = dateIn(record.createdAt) ?? new Date(0);
  const locale = wordIn(fieldsIn(record.language).locale)?.replace('_', '-') ?? null;
  return {
    externalId: idIn(record.id) ?? '',
    name: nameIn(record) ?? wordIn(record.companyName) ?? '',
    email: wordIn(record.email),
    phone: wordIn(record.phone) ?? wordIn(record.mobile),
    locale,
    createdAt,
    updatedAt: dateIn(record.updatedAt) ?? createdAt,
  };
}
