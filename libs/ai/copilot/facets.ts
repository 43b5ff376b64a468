import type { OrderBody } from '@satchel/contracts';
import { fold } from '../text/normalise';
import type { Intent, Understanding } from '../understand/understanding';

/** What a question of a colleague is about; several at once are possible. */
export type Facet = 'orders' | 'money' | 'points' | 'subscriptions' | 'done';

/** Folded, in the languages that we read. */
const WORDS: Record<Facet, RegExp> = {
  orders:
    /\b(?:orders?|parcels?|packages?|ship\w*|deliver\w*|track\w*|arriv\w*|carrier|bestell\w*|paket\w*|liefer\w*|sendung\w*|bestelling\w*|pakket\w*|verzend\w*|bezorg\w*|commandes?|colis|livr\w*|suivi|pedidos?|paquetes?|envi\w*|entreg\w*|bought|buy|gekauft|gekocht|achete\w*|comprad\w*)\b/,
  money:
    /\b(?:pa(?:y|id|ys|yment)|cost\w*|totals?|amounts?|price\w*|spen[dt]\w*|refund\w*|bezahl\w*|betrag|summe|erstatt\w*|kost\w*|betaal\w*|bedrag|terugbeta\w*|pay[eé]\w*|montant|rembours\w*|pag\w*|importe|reembols\w*)\b/,
  points: /\b(?:points?|loyalty|tier|rewards?|punkte?|treue\w*|punten|fidelit\w*|puntos?|fidelidad)\b/,
  subscriptions: /\b(?:subscri\w*|abos?|abonn\w*|suscrip\w*|next charge|renew\w*)\b/,
  done: /\b(?:done|did|already|so far|actions?|gemacht|schon|bereits|gedaan|fait|deja|hecho|ya)\b/,
};

const OF_ORDERS: ReadonlySet<Intent> = new Set<Intent>([
  'where_is_my_order',
  'cancel_order',
  'change_items',
  'change_address',
  'return',
  'exchange',
  'missing_parcel',
  'missing_item',
  'damaged_or_wrong',
]);
const OF_MONEY: ReadonlySet<Intent> = new Set<Intent>(['refund', 'refund_status', 'invoice', 'payment_problem']);
const OF_POINTS: ReadonlySet<Intent> = new Set<Intent>(['points_balance', 'points_missing', 'redeem_reward']);
const OF_SUBSCRIPTIONS: ReadonlySet<Intent> = new Set<Intent>([
  'skip_delivery',
  'change_subscription',
  'cancel_subscription',
]);

export function facetsOf(question: string, { wishes, entities }: Understanding): Set<Facet> {
  const folded = fold(question);
  const found = new Set((Object.keys(WORDS) as Facet[]).filter((facet) => WORDS[facet].test(folded)));
  for (const { intent } of wishes) {
    if (OF_ORDERS.has(intent)) found.add('orders');
    if (OF_MONEY.has(intent)) found.add('money');
    if (OF_POINTS.has(intent)) found.add('points');
    if (OF_SUBSCRIPTIONS.has(intent)) found.add('subscriptions');
  }
  if (entities.orderNumbers.length > 0) found.add('orders');
  return found;
}

export const bareNumber = (number: string): string => number.replace(/^#/, '').trim().toUpperCase();

/** The orders that are named, newest mention first; without a name none. */
export function namedOrders(orders: readonly OrderBody[], numbers: readonly string[]): OrderBody[] {
  const wanted = numbers.map(bareNumber);
  return orders.filter(({ number }) => wanted.includes(bareNumber(number)));
}
