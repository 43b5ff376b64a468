import type { ParcelWords, Wording } from '../wording';
import { join, list } from '../wording';

const by = ({ carrier }: ParcelWords): string => (carrier ? ` with ${carrier}` : '');
const scan = ({ lastScan }: ParcelWords): string | null =>
  lastScan &&
  `The latest scan${lastScan.day ? ` on ${lastScan.day}` : ''} says "${lastScan.description}"${lastScan.location ? ` (${lastScan.location})` : ''}.`;

export const en: Wording = {
  greeting: (name) => (name ? `Hi ${name},` : 'Hello,'),
  disclosure: (shop) => `Written by Satchel's AI assistant for ${shop}. Reply 'human' to reach a person.`,
  notShipped: (order) =>
    join(
      `your order ${order.number}${order.placedOn ? `, placed on ${order.placedOn},` : ''} is with us but has not been shipped yet.`,
      'You get an email with the tracking number when it leaves us.',
    ),
  partlyShipped: (order) =>
    `part of your order ${order.number} is already shipped; the rest is still with us and follows separately.`,
  shippedWithoutTracking: (order) =>
    `your order ${order.number} has left us, but the shop has no tracking number for it, so I cannot see where the parcel is right now.`,
  cancelled: (order) =>
    join(
      `your order ${order.number} was cancelled${order.cancelledOn ? ` on ${order.cancelledOn}` : ''}, so no parcel is on its way.`,
      order.refunded && `According to the shop, ${order.refunded} went back to your payment method.`,
    ),
  refunded: (order) =>
    `your order ${order.number} is marked as refunded in the shop${order.refunded ? ` (${order.refunded})` : ''}, and no parcel is on its way.`,
  noScans: (order, parcel) =>
    join(
      `your order ${order.number} is packed and announced${by(parcel)}, but the carrier has not scanned the parcel yet.`,
      'Tracking starts with the first scan.',
    ),
  inTransit: (order, parcel) =>
    join(
      `good news: your order ${order.number} is on its way${by(parcel)}.`,
      parcel.estimate && !parcel.estimateHasPassed && `The carrier expects to deliver it on ${parcel.estimate}.`,
      parcel.estimate &&
        parcel.estimateHasPassed &&
        `The carrier had expected to deliver it on ${parcel.estimate}. That day has passed, and there is no new estimate. I am sorry for the wait.`,
      !parcel.estimate && 'The carrier gives no delivery date so far.',
      scan(parcel),
    ),
  outForDelivery: (order, parcel) =>
    join(
      `your order ${order.number} is out for delivery${by(parcel)}: the parcel is in the delivery vehicle.`,
      scan(parcel),
    ),
  attempted: (order, parcel) =>
    join(
      `the carrier${parcel.carrier ? ` (${parcel.carrier})` : ''} tried to deliver your order ${order.number} but could not hand it over.`,
      scan(parcel),
      'The tracking page shows how to arrange the next delivery.',
    ),
  readyForPickup: (order, parcel) =>
    join(`your order ${order.number} is waiting for you at a pickup point${by(parcel)}.`, scan(parcel)),
  delivered: (order, parcel) =>
    join(
      `according to the carrier${parcel.carrier ? ` (${parcel.carrier})` : ''}, your order ${order.number} was delivered${parcel.deliveredOn ? ` on ${parcel.deliveredOn}` : ''}.`,
      scan(parcel),
      'If it did not reach you, just reply and a colleague will look into it.',
    ),
  returned: (order, parcel) =>
    join(
      `the carrier${parcel.carrier ? ` (${parcel.carrier})` : ''} reports that the parcel of your order ${order.number} is on its way back to us.`,
      scan(parcel),
    ),
  problem: (order, parcel) =>
    join(
      `the carrier${parcel.carrier ? ` (${parcel.carrier})` : ''} reports a problem with the parcel of your order ${order.number}.`,
      scan(parcel),
      'I am sorry about that. We are looking into it with the carrier.',
    ),
  trackHere: ({ trackingNumber, trackingUrl }) =>
    trackingNumber && `Tracking number: ${trackingNumber}${trackingUrl ? `\nFollow it here: ${trackingUrl}` : ''}`,
  stale: (readOn) => `I could not reach every system just now, so this is as of ${readOn}.`,
  askWhich: (orders) =>
    `happy to check that for you. I see more than one order: ${list(
      orders.map((order) => `${order.number}${order.placedOn ? ` (placed on ${order.placedOn})` : ''}`),
      'and',
    )}. Which one do you mean?`,
  askNumber: () =>
    'happy to check that for you. I could not find an order for the address you are writing from. Could you send me your order number? You find it in your order confirmation. If you ordered with another address, please write to us from that one.',
  askAgain: () =>
    'I looked, but I could not find an order with that number for the address you are writing from. Could you check the number in your order confirmation? If you ordered with another address, please write to us from that one.',
  acknowledge: () => 'thank you for your message. We are looking into your request.',
  closing: () => 'Just reply if you have any other question.',
};
