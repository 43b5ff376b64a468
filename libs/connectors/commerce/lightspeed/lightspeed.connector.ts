import type { CommerceAdapter, Connector, ConnectorDeps } from '../../port';
import { LightspeedProducts } from './catalog/lightspeed-products';
import { ActionLog } from './changes/action-log';
import { cancelChange } from './changes/cancel.change';
import { Discounts } from './changes/discounts';
import { OrderStatus } from './changes/order-status';
import { RefundChange } from './changes/refund.change';
import { Remark } from './changes/remark';
import { ReturnChange } from './changes/return.change';
import { ReturnsDoor } from './changes/returns-door';
import { statusChange } from './changes/status.change';
import { LightspeedCustomers } from './lightspeed-customers';
import { LightspeedHook } from './lightspeed-hook';
import { LightspeedTheme } from './lightspeed-theme';
import { LightspeedCheck } from './lightspeed.check';
import { LightspeedClient } from './lightspeed.client';
import { LightspeedCredentials } from './lightspeed.credentials';
import { LightspeedOrders } from './orders/lightspeed-orders';
import { OrderMapper } from './orders/order.mapper';
import { OrderReader } from './orders/order-reader';
import { RecentGuests } from './orders/recent-guests';
import { Returns } from './orders/returns';
import type { Quota } from './quota';
import { Shop } from './shop';

export function connectLightspeed(
  credentials: LightspeedCredentials,
  deps: ConnectorDeps,
  quota?: Quota,
): CommerceAdapter {
  const client = new LightspeedClient(credentials, deps, quota);
  const shop = new Shop(client);
  const mapper = new OrderMapper(deps.log);
  const reader = new OrderReader(client, shop, new Returns(client), mapper);
  const log = new ActionLog(client);
  const door = new ReturnsDoor(client);
  const check = new LightspeedCheck(client, shop, door);
  const remark = new Remark(client, reader, log);
  return {
    check: () => check.run(),
    orders: new LightspeedOrders(client, reader, new RecentGuests(client)).asPort(),
    customers: new LightspeedCustomers(client).asPort(),
    products: new LightspeedProducts(client, shop).asPort(),
    refund: new RefundChange(client, reader, mapper, shop, log).asPort(),
    returns: new ReturnChange(client, reader, mapper, shop, log, door),
    cancel: cancelChange(new OrderStatus(client, reader, log, 'cancel')),
    status: statusChange(new OrderStatus(client, reader, log, 'status'), shop),
    discounts: new Discounts(client, shop).asPort(),
    remark: (orderId, text, write) => remark.write(orderId, text, write),
    theme: new LightspeedTheme(client),
    hook: new LightspeedHook(client, shop),
  };
}

export const lightspeed: Connector<'commerce', LightspeedCredentials> = {
  id: 'lightspeed',
  kind: 'commerce',
  label: 'Lightspeed eCom (C-Series)',
  credentials: LightspeedCredentials,
  steps: [
    'In the back office, open Settings > Developers (in older shops Settings > API) and switch API access on.',
    'Make a new key and tick Read and Write for Orders and Settings, and Read for Customers and Products.',
    'Copy the key and the secret into this form.',
    'See in the address of your back office where the shop lives: webshopapp.com is eu1, shoplightspeed.com is us1.',
    'Under Settings > Languages, choose one of the active languages; product titles are read in it.',
  ],
  scopes: ['Orders: Read, Write', 'Customers: Read', 'Products: Read', 'Settings: Read, Write'],
  connect: (credentials, deps) => connectLightspeed(credentials, deps),
};
