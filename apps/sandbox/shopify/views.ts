import { SHOP } from '../seed/world';
import { isoSeconds } from '../seed/clock';
import type { Address, Cents, Customer } from '../seed/world.types';

export const gid = (type: string, id: number | string) => `gid://shopify/${type}/${id}`;

export const time = (at: Date | null) => (at === null ? null : isoSeconds(at));

/** Shopify's Decimal drops trailing zeros down to one place: 24900 -> "249.0", 8990 -> "89.9". */
export function decimal(cents: Cents): string {
  const text = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  return text.replace(/0$/, '');
}

export const money = (cents: Cents) => ({ amount: decimal(cents), currencyCode: SHOP.currency });
export const moneyBag = (cents: Cents) => ({ shopMoney: money(cents), presentmentMoney: money(cents) });

export function addressView(address: Address, id: number) {
  const { firstName, lastName, address1, address2, zip, city, province, provinceCode, country, countryCode, phone } =
    address;
  const name = `${firstName} ${lastName}`;
  return {
    __typename: 'MailingAddress',
    id: gid('MailingAddress', `${id}?model_name=Address`),
    firstName,
    lastName,
    name,
    address1,
    address2,
    zip,
    city,
    country,
    countryCode,
    countryCodeV2: countryCode,
    phone,
    company: null,
    province,
    provinceCode,
    formatted: ({ withName }: { withName?: boolean | null }) =>
      [withName ? name : null, address1, address2, `${zip} ${city}`, country].filter((line) => line !== null),
  };
}

export function customerName(customer: Customer): string {
  return `${customer.firstName} ${customer.lastName}`;
}

export const SCOPES = [
  'read_orders',
  'read_all_orders',
  'write_orders',
  'write_order_edits',
  'read_customers',
  'read_products',
  'write_returns',
  'write_discounts',
  'read_fulfillments',
  'read_merchant_managed_fulfillment_orders',
];

export const shopView = {
  __typename: 'Shop',
  id: gid('Shop', SHOP.id),
  name: SHOP.name,
  email: SHOP.email,
  contactEmail: SHOP.email,
  currencyCode: SHOP.currency,
  myshopifyDomain: SHOP.domain,
  url: `https://${SHOP.domain}`,
  primaryDomain: {
    id: gid('Domain', SHOP.id + 1),
    host: SHOP.domain,
    sslEnabled: true,
    url: `https://${SHOP.domain}`,
  },
  ianaTimezone: 'Europe/Amsterdam',
  orderNumberFormatPrefix: '#',
  orderNumberFormatSuffix: '',
  taxesIncluded: true,
  plan: { displayName: 'Basic', publicDisplayName: 'Basic', partnerDevelopment: false, shopifyPlus: false },
};

export const SHOP_LOCATION = { __typename: 'Location', id: gid('Location', 71_004_001), name: 'Warehouse' };

export const installationView = (scopes: readonly string[]) => ({
  __typename: 'AppInstallation',
  id: gid('AppInstallation', 512_004_001),
  app: { id: gid('App', 112_004_001), title: 'Satchel', handle: 'satchel' },
  accessScopes: scopes.map((handle) => ({ handle, description: handle.replace(/_/g, ' ') })),
});
