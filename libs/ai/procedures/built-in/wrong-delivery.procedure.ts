import { defineProcedure } from '../document';
import { anOrder, itsLines } from './slots';

export const wrongDelivery = defineProcedure({
  name: 'wrong-delivery',
  title: 'Something is missing, damaged or wrong',
  intents: ['missing_item', 'damaged_or_wrong'],
  tools: ['find_orders', 'order_lines'],
  reason: 'damaged_or_wrong',
  slots: { order: anOrder({ fact: 'order.sent', is: true }), lines: itsLines },
  steps: [
    { do: 'need', slot: 'order' },
    { do: 'need', slot: 'lines' },
    { do: 'say', words: 'sorry_missing' },
    // What went wrong is judged from what the customer shows, by a person.
    { do: 'hand_over', reason: 'damaged_or_wrong', words: 'colleague' },
  ],
});
