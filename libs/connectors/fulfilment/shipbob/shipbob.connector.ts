import type { Connector, ConnectorDeps, FulfilmentAdapter } from '../../port';
import { Address, Cancel } from './changes';
import { OrderMapper } from './order.mapper';
import { Orders } from './orders';
import { checkShipBob } from './shipbob.check';
import { ShipBobClient } from './shipbob.client';
import { ShipBobCredentials } from './shipbob.credentials';
import { shipBobHook } from './shipbob.hook';
import { stockOf } from './stock';

export const shipbob: Connector<'fulfilment', ShipBobCredentials> = {
  id: 'shipbob',
  kind: 'fulfilment',
  label: 'ShipBob',
  steps: [
    'In ShipBob open Integrations > API tokens and make a personal access token.',
    'Where several shops use the account, note the ID of the channel that this shop is.',
  ],
  scopes: ['orders_read', 'orders_write', 'inventory_read', 'channels_read', 'webhooks_read', 'webhooks_write'],
  credentials: ShipBobCredentials,
  connect(credentials: ShipBobCredentials, deps: ConnectorDeps): FulfilmentAdapter {
    const client = new ShipBobClient(credentials, deps);
    const orders = new Orders(client, new OrderMapper(deps.log));
    return {
      check: () => checkShipBob(client),
      byNumber: (number) => orders.byNumber(number),
      byId: (externalId) => orders.byId(externalId),
      stock: (sku) => stockOf(client, sku),
      cancel: new Cancel(client, orders),
      address: new Address(client, orders),
      hook: shipBobHook(client, credentials, deps),
    };
  },
};
