import { defineProcedure } from '../document';
import { anOrder } from './slots';

export const whereIsMyOrder = defineProcedure({
  name: 'where-is-my-order',
  title: 'Where is my order',
  intents: ['where_is_my_order'],
  tools: ['find_orders', 'track_shipment'],
  reason: 'other',
  slots: { order: anOrder({ fact: 'order.open', is: true }, true) },
  steps: [
    { do: 'need', slot: 'order' },
    { do: 'say', tell: 'order' },
  ],
});
