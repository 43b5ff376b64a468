import type { AdapterOf, Change, ConnectorKind, ShopOrder, Subscription, Write } from '@satchel/connectors';
import type { DiscountBody, PointsEntryBody, RedemptionBody, RefundBody, ReturnBody } from '@satchel/contracts';
import { moneyWords } from '@satchel/policies';

type Fact = { label: string; value: string };

/** `partially_refunded` -> "Partially refunded". */
const inWords = (code: string): string => {
  const text = code.replace(/_/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** A change whose arguments and result are known to its own adapter only. */
export interface AnyChange {
  perform(args: never, write: Write): Promise<unknown>;
  find(args: never, key: string): Promise<unknown>;
  undo?(result: never, write: Write): Promise<void>;
}

/** Where an adapter keeps one of its changes, and what its result tells a person. */
export interface ChangeDoor {
  kind: ConnectorKind;
  of(adapter: AdapterOf[ConnectorKind]): AnyChange | undefined;
  tell: (result: unknown) => Fact[];
  /** Arguments as the port wants them, out of JSON. */
  revive?(args: Record<string, unknown>): Record<string, unknown>;
  /** Nothing can read it back (a mail that the shop sent): the vendor's yes is all there is. */
  answerCounts?: true;
}

const door = <K extends ConnectorKind, A, R>(
  kind: K,
  pick: (adapter: AdapterOf[K]) => Change<A, R> | undefined,
  tell: (result: R) => Fact[],
  more: Pick<ChangeDoor, 'revive' | 'answerCounts'> = {},
): ChangeDoor => ({
  kind,
  of: (adapter) => pick(adapter as AdapterOf[K]),
  tell: (result) => tell(result as R),
  ...more,
});

const refund = ({ amount, status, reference }: RefundBody): Fact[] => [
  { label: 'Amount', value: moneyWords(amount) },
  { label: 'Status', value: inWords(status) },
  ...(reference ? [{ label: "The bank's reference", value: reference }] : []),
];
const order = ({ number, fulfilment, payment, customStatus }: ShopOrder): Fact[] => [
  { label: 'Order', value: number },
  { label: 'Sending', value: inWords(fulfilment) },
  { label: 'Payment', value: inWords(payment) },
  ...(customStatus ? [{ label: 'Status', value: customStatus }] : []),
];
const address = (told: ShopOrder): Fact[] => {
  const to = told.shippingAddress;
  const value = to ? [to.name, ...to.lines, `${to.postcode} ${to.city}`, to.country].join(', ') : 'none';
  return [
    { label: 'Order', value: told.number },
    { label: 'Goes to', value },
  ];
};
/** Lines that were taken out may still be listed by their shop: what it costs now says more. */
const items = (told: ShopOrder): Fact[] => [...order(told), { label: 'Total', value: moneyWords(told.total) }];
const returned = ({ number, externalId, status, instructionsUrl }: ReturnBody): Fact[] => [
  { label: 'Return', value: number ?? externalId },
  { label: 'Status', value: inWords(status) },
  ...(instructionsUrl ? [{ label: 'Instructions', value: instructionsUrl }] : []),
];
const discount = ({ code, percent, amount, endsAt }: DiscountBody): Fact[] => [
  { label: 'Code', value: code },
  ...(percent !== null ? [{ label: 'Worth', value: `${percent} %` }] : []),
  ...(amount ? [{ label: 'Worth', value: moneyWords(amount) }] : []),
  { label: 'Until', value: endsAt?.slice(0, 10) ?? 'Without an end' },
];
const points = (entry: PointsEntryBody): Fact[] => [
  { label: 'Points', value: String(entry.points) },
  { label: 'For', value: entry.description },
];
const redemption = ({ name, code, pointsSpent }: RedemptionBody): Fact[] => [
  { label: 'Reward', value: name },
  ...(code ? [{ label: 'Code', value: code }] : []),
  ...(pointsSpent !== null ? [{ label: 'Points spent', value: String(pointsSpent) }] : []),
];
const subscription = ({ product, variant, status, nextChargeOn }: Subscription): Fact[] => [
  { label: 'Subscription', value: variant ? `${product}, ${variant}` : product },
  { label: 'Status', value: inWords(status) },
  { label: 'Next charge', value: nextChargeOn ?? 'None' },
];

export const HOUSE_TASK = 'house.task';

/** Every change that a step may name. */
export const CHANGES = {
  'commerce.refund': door('commerce', (shop) => shop.refund, refund),
  'commerce.return': door('commerce', (shop) => shop.returns, returned),
  'commerce.cancel': door('commerce', (shop) => shop.cancel, order),
  'commerce.address': door('commerce', (shop) => shop.address, address),
  'commerce.items': door('commerce', (shop) => shop.changeItems, items),
  'commerce.payment': door('commerce', (shop) => shop.changePayment, order),
  'commerce.status': door('commerce', (shop) => shop.status, order),
  'commerce.discount': door('commerce', (shop) => shop.discounts?.create, discount, {
    revive: (args) => ({ ...args, endsAt: typeof args.endsAt === 'string' ? new Date(args.endsAt) : null }),
  }),
  'commerce.confirmation': door(
    'commerce',
    (shop) => shop.confirmation,
    ({ sentTo }) => [{ label: 'Sent to', value: sentTo }],
    { answerCounts: true },
  ),
  'payment.refund': door('payment', (service) => service.refund, refund),
  'loyalty.grant': door('loyalty', (programme) => programme.grant, points),
  'loyalty.redeem': door('loyalty', (programme) => programme.redeem, redemption),
  'subscription.skip': door('subscription', (service) => service.skip, subscription),
  'subscription.reschedule': door('subscription', (service) => service.reschedule, subscription),
  'subscription.swap': door('subscription', (service) => service.swap, subscription),
  'subscription.cancel': door('subscription', (service) => service.cancel, subscription),
  'custom.write': door(
    'custom',
    (system) => system.write,
    ({ fields }) => fields,
  ),
} satisfies Record<string, ChangeDoor>;

export type ChangeName = keyof typeof CHANGES | typeof HOUSE_TASK;
