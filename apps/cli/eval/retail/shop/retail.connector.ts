import { Field, type CommerceAdapter, type Connector, type ConnectorDeps } from '@satchel/connectors';
import { IsString } from 'class-validator';
import { RetailClient } from './retail.client';
import { retailChanges } from './retail.changes';
import { toCustomer, toMethod, toOrder, toProduct } from './retail.mapper';
import type { WireCustomer, WireOrder, WireProduct } from './wire';

export const RETAIL_KEY = 'retail-sandbox-key';

export class RetailCredentials {
  @IsString()
  @Field({ label: 'API key', type: 'secret' })
  apiKey!: string;
}

const CAN = ['orders', 'customers', 'products', 'cancel', 'address', 'returns', 'exchange'];
const CAN_CHANGE = ['changeItems', 'changePayment', 'paymentMethods'];

/** The shop that the evaluation's customers buy from. Nobody else has it: the evaluation adds it to the list itself. */
export const retailConnector: Connector<'commerce', RetailCredentials> = {
  id: 'retail',
  kind: 'commerce',
  label: 'Retail',
  credentials: RetailCredentials,
  connect({ apiKey }: RetailCredentials, deps: ConnectorDeps): CommerceAdapter {
    const client = new RetailClient(apiKey, deps);
    const one = encodeURIComponent;
    const orders = async (query: string) =>
      ((await client.read<{ orders: WireOrder[] }>(`/orders?${query}`))?.orders ?? []).map(toOrder);
    const products = async (query: string) =>
      ((await client.read<{ products: WireProduct[] }>(`/products?${query}`))?.products ?? []).map(toProduct);
    return {
      check: async () => {
        const shop = await client.read<{ name: string }>('/shop');
        return { can: [...CAN, ...CAN_CHANGE], cannot: [], account: shop?.name ?? null };
      },
      orders: {
        byNumber: (number) => orders(`number=${one(number)}`),
        byEmail: async (email, limit) => (await orders(`email=${one(email)}`)).slice(0, limit),
        byId: async (id) => {
          const order = await client.read<WireOrder>(`/orders/${one(id)}`);
          return order && toOrder(order);
        },
      },
      customers: {
        byEmail: async (email) =>
          ((await client.read<{ customers: WireCustomer[] }>(`/customers?email=${one(email)}`))?.customers ?? []).map(
            toCustomer,
          ),
        byNameAndPostcode: async (name, postcode) => {
          const query = `name=${one(name)}&zip=${one(postcode)}`;
          return ((await client.read<{ customers: WireCustomer[] }>(`/customers?${query}`))?.customers ?? []).map(
            toCustomer,
          );
        },
        byId: async (id) => {
          const customer = await client.read<WireCustomer>(`/customers/${one(id)}`);
          return customer && toCustomer(customer);
        },
      },
      products: {
        search: async (text, limit) => (await products(`q=${one(text)}`)).slice(0, limit),
        bySku: (sku) => products(`item=${one(sku)}`),
        byId: async (id) => {
          const product = await client.read<WireProduct>(`/products/${one(id)}`);
          return product && toProduct(product);
        },
      },
      paymentMethods: {
        of: async (customerId) => {
          const customer = await client.read<WireCustomer>(`/customers/${one(customerId)}`);
          return Object.values(customer?.payment_methods ?? {}).map(toMethod);
        },
      },
      ...retailChanges(client),
    };
  },
};
