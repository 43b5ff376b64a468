import type { CommerceAdapter, ShopCustomer } from '../../port';
import { fieldsIn } from '../../vendor/loose';
import { dateIn, idIn, wordIn } from './facts';
import { nameIn } from './orders/order.mapper';
import type { Fields, WoocommerceClient } from './woocommerce.client';

const LONGEST_ADDRESS = 255;

/**
 * People with an account; who bought as a guest is no customer to WooCommerce. It lists them neither by their last change
 * nor since a moment, so there is no walk.
 */
export class WoocommerceCustomers {
  constructor(private readonly client: WoocommerceClient) {}

  asPort(): NonNullable<CommerceAdapter['customers']> {
    return {
      byEmail: (email) => this.byEmail(email),
      byId: async (externalId) => {
        const record = idIn(externalId) && (await this.client.find(`customers/${externalId}`));
        return record && idIn(record.id) ? customerOf(record) : null;
      },
    };
  }

  private async byEmail(typed: string): Promise<ShopCustomer[]> {
    const email = typed.trim().toLowerCase();
    if (!email.includes('@') || email.length > LONGEST_ADDRESS) return [];
    // Staff buy, too.
    const rows = await this.client.list('customers', { email, role: 'all' });
    return rows.map(customerOf).filter((one) => one.email?.toLowerCase() === email);
  }
}

function customerOf(record: Fields): ShopCustomer {
  const billing = fieldsIn(record.billing);
  const createdAt = dateIn(record.date_created_gmt) ?? new Date(0);
  return {
    externalId: idIn(record.id) ?? '',
    name: nameIn(record) ?? nameIn(billing) ?? wordIn(record.username) ?? '',
    email: wordIn(record.email),
    phone: wordIn(billing.phone),
    locale: null,
    createdAt,
    updatedAt: dateIn(record.date_modified_gmt) ?? createdAt,
  };
}
