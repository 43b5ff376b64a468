import { Refused, setAddress, setNote } from '../../seed/changes';
import type { Address } from '../../seed/world.types';
import { orderView } from '../order.view';
import type { ViewContext } from '../view-context';
import { need } from './access';
import { idOf, userError, type AddressInput, type OrderInput } from './inputs';

export function orderUpdate(context: ViewContext, { input }: { input: OrderInput }) {
  need(context, 'write_orders', 'orderUpdate');
  const { world, state, faults } = context;
  const order = world.orderById(idOf(input.id, 'Order'));
  if (!order) return { order: null, userErrors: [userError(['id'], 'Order does not exist')] };
  const view = () => orderView(context, order);
  if (faults.takeNoEffect('shopify')) return { order: view, userErrors: [] };
  const metafields = input.metafields ?? [];
  const key = metafields[0]?.value ?? null;
  const address = input.shippingAddress;
  if (address) {
    if (!address.address1?.trim())
      return { order: view, userErrors: [userError(['shippingAddress', 'address1'], "Address1 can't be blank")] };
    const made = setAddress(world, order, told(context, address), key);
    if (made instanceof Refused)
      return { order: view, userErrors: [userError(['shippingAddress'], `Shipping address: ${made.message}`)] };
  }
  if (input.note !== undefined || input.tags)
    setNote(world, order, { note: input.note, tags: input.tags ?? undefined }, key);
  for (const { namespace = '', key: name = '', type = '', value = '' } of metafields)
    state.setMetafield(order.id, `${namespace}.${name}`, type, value, world.id());
  return { order: view, userErrors: [] };
}

function told({ world }: ViewContext, input: AddressInput): Partial<Address> {
  const code = input.countryCode ?? undefined;
  const country = world.customers.find(({ address }) => address.countryCode === code)?.address.country ?? code;
  return {
    firstName: input.firstName ?? '',
    lastName: input.lastName ?? '',
    address1: input.address1 ?? '',
    address2: input.address2 || null,
    zip: input.zip ?? '',
    city: input.city ?? '',
    provinceCode: input.provinceCode || null,
    province: input.provinceCode || null,
    phone: input.phone || null,
    ...(code && country ? { countryCode: code, country } : {}),
  };
}

export function tagsAdd(context: ViewContext, { id, tags }: { id: string; tags: string[] }) {
  need(context, 'write_orders', 'tagsAdd');
  const order = context.world.orderById(idOf(id, 'Order'));
  if (!order) return { node: null, userErrors: [userError(['id'], 'Node does not exist')] };
  if (!context.faults.takeNoEffect('shopify'))
    setNote(context.world, order, { tags: [...new Set([...order.tags, ...tags])] });
  return { node: orderView(context, order), userErrors: [] };
}
