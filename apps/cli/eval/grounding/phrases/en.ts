import type { Phrases } from './phrases';

export const en: Phrases = {
  greetings: ['Hi {name},', 'Hello {name},', 'Dear {name},', 'Hi {name}!'],
  closings: [
    'Let me know if there is anything else.',
    'Is there anything else I can help you with?',
    'Thanks for your patience!',
    'Have a lovely day.',
    'I hope this helps.',
  ],
  replies: {
    transit: [
      'Thanks for reaching out! I checked order {order}: it [[status: is on its way | has been delivered]] with {carrier}, and the expected delivery day is {eta}. The tracking number is {tracking}.',
      'Your order {order}, placed on {placed}, [[negation: has been shipped | has not been shipped]] and should arrive on {eta}. You can follow the parcel here: {url}',
      'Good news. The {item} from order {order} [[status: is in transit | is out for delivery]] with {carrier}. Delivery is planned for {eta}.\n\nTracking: {tracking}',
    ],
    delivered: [
      'I looked into order {order}. According to {carrier} it [[negation: was delivered | was not delivered]] on {delivered}. If you cannot find it, please tell me and we look further.',
      '{carrier} reports that your parcel {tracking} [[status: was delivered | is waiting at a pickup point]] on {delivered}. Could a neighbour have taken it in?',
    ],
    unshipped: [
      'Your order {order} from {placed} [[negation: has not been shipped yet | has been shipped]]. As soon as it leaves us, you get an email with the tracking number.',
      'I can see order {order}, placed on {placed}, with a total of {total}. It [[status: has not left our warehouse yet | is on its way to you]].',
    ],
    two: [
      'You have two orders with us: {order} should arrive on {eta}, and {order2} should arrive on {eta2}.',
      'I found two orders. Order {order} is on its way and expected on {eta}.\nOrder {order2} is on its way as well and expected on {eta2}.',
    ],
    refunded: [
      'Done! I have refunded {refund} for order {acted}. The money goes back to the card you paid with.',
      'Your refund of {refund} for order {acted} [[negation: has been issued | has not been issued]]. Sorry again for the trouble, {name}.',
      'All right, we refunded {refund} on order {acted}.',
    ],
    cancelled: [
      'I have cancelled order {acted} for you, so nothing will be sent.',
      'Order {acted} [[negation: has been cancelled | has not been cancelled]] as you asked.',
    ],
    returned: [
      'I have opened a return for {qty} x {item} from order {acted}. Please pack everything well.',
      'Your return of {qty} x {item} from order {acted} has been created.',
    ],
    points: [
      'You currently have {points} points and your tier is {tier}.',
      'I checked your account: {points} points, {tier} tier. The reward "Free mug" costs 100 points.',
    ],
    policy: [
      'You can return unused items within {days} days of receiving them. [r] The item [[negation: must be in its original packaging | must not be in its original packaging]]. [r]',
      'Standard shipping takes {ship} business days and costs {fee} [s].',
      'Returns are possible within {days} days [r]. Sale items [[negation: cannot be returned | can be returned]] [r].',
    ],
    product: [
      'The {item} is available in {colour} and costs {price}.',
      'Yes, we have the {item} in {colour}. It is [[attribute: made of cotton | made of leather]], and the price is {price}.',
      'The {item} in {colour} [[negation: is in stock | is not in stock]]. It costs {price}.',
    ],
    discount: [
      'As a little thank you, I have created the code {code} for you. It gives you {percent}% off.',
      'Here you go: your discount code is {code}, worth {percent} %.',
    ],
    address: [
      'Just to be sure: I would send order {acted} to {street}. Is that correct?',
      'The new address for order {order} would be {street}. Shall I go ahead?',
    ],
    approval: [
      'A refund of {refund} for order {acted} needs a second look. A colleague will decide about it and write to you.',
      'I passed this on. A colleague has to approve the refund of {refund} for order {acted} first.',
    ],
    cannot: [
      'Unfortunately order {order} [[negation: cannot be cancelled | can be cancelled]] any more, because it has already been shipped.',
      'I am sorry, I cannot cancel order {order}: the parcel [[status: is already on its way | has not been shipped yet]].',
    ],
    lines: [
      'Order {order} contains {qty} x {item}. The price per piece is {price} and the total is {total}.',
      'In order {order} you bought {qty} x {item} at {price} each.',
    ],
  },
  passages: {
    returns:
      'Unused items can be returned within {days} days of receipt. The item must be in its original packaging. Sale items cannot be returned.',
    shipping: 'Standard shipping takes {ship} business days and costs {fee}.',
  },
  lies: {
    promise: [
      'We will refund you the full amount.',
      'I will send you a replacement right away.',
      'You will receive a voucher from us.',
      "I'll cancel the rest for you.",
      'Your payment will be refunded.',
    ],
    act: [
      'I have already changed your delivery address.',
      'I have also cancelled your subscription.',
      'We have credited extra points to your account.',
      'Your next delivery has been rescheduled.',
      'I went ahead and exchanged the item for you.',
    ],
    link: ['More about this: https://help-#.example/orders', 'Please confirm at www.secure-orders#.example now.'],
    percent: ['You also get 2#% off your next order.', 'That is 1# percent less than before.'],
    address: ['You can send it to 1# Harbour Street, London.', 'Our office is at 4# Mill Road.'],
  },
};
