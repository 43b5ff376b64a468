import fc from 'fast-check';
import { tellOrder } from '../engine/tell-order';
import { WORDINGS } from '../engine/wording';
import { LANGUAGES } from '../text/language';
import { SHIPMENT_STATUSES } from '@satchel/contracts';
import type { OrderFacts } from '../tools/order-facts';
import { orderFacts, parcelFacts } from '../tools/order.fixture';
import { checkReply } from './gate';

const today = new Date('2026-11-20T10:00:00Z');

const lastScan = { at: '2026-11-19T14:30:00Z', description: 'Departed from facility', location: 'Cologne, DE' };
const order = orderFacts('#1001', { shipments: [parcelFacts({ lastScan })] });
const results = [{ found: 1, orders: [order], incomplete: false }];

const check = (reply: string, more: Partial<Parameters<typeof checkReply>[0]> = {}) =>
  checkReply({ reply, results, ownTexts: ['Fernhill Outfitters'], echoes: [], today, ...more });
const kinds = (reply: string, more?: Partial<Parameters<typeof checkReply>[0]>) =>
  check(reply, more).problems.map(({ kind }) => kind);

describe('a reply made of what the tools returned passes', () => {
  it.each([
    'Your order #1001 is on its way with UPS. The carrier expects to deliver it on Sunday, November 22nd.',
    'Your order 1001 is on the way and should arrive on 22 November 2026.',
    'It was last scanned on 19 Nov at 14:30 (2:30 pm) in Cologne, DE: "Departed from facility".',
    'The estimate is 2026-11-22, or 22.11.2026, or 11/22/2026.',
    'You can follow it here: https://www.ups.com/track?tracknum=1Z999AA10123456784.',
    'Tracking number: 1Z 999 AA1 01 2345 6784',
    'The total was 129,50 €, that is EUR 129.50, for 2 x Ridge Pack 45L (Moss / L).',
    'Ihre Bestellung #1001 vom 15. November ist unterwegs. Die Zustellung ist für Sonntag, 22.11. geplant.',
    'Votre commande #1001 est en route. Livraison prévue le dimanche 22 novembre.',
    'Je bestelling #1001 is onderweg en wordt zondag 22 november verwacht.',
    'Su pedido #1001 está en camino. La entrega está prevista para el domingo 22 de noviembre.',
    'I am sorry, I cannot cancel this order myself, but a colleague will look into it.',
    'Fernhill Outfitters has shipped your order; it was shipped with UPS.',
    'It has not been delivered yet. Once it is delivered you get a mail.',
    'One of our colleagues will get back to you.',
  ])('%s', (reply) => {
    expect(check(reply)).toMatchObject({ passed: true, problems: [] });
  });
});

describe('a fact that no tool returned is refused', () => {
  it.each([
    ['Your order arrives on 23 November.', 'date'],
    ['Your order arrives on November 23rd, 2026.', 'date'],
    ['It comes on 22 November 2027.', 'date'],
    ['It comes on Monday 22 November.', 'date'],
    ['The parcel arrives on Friday.', 'date'],
    ['The parcel arrives tomorrow.', 'date'],
    ['Your order #1001 should be with you next week.', 'date'],
    ['It will be there within a few days.', 'date'],
    ['Die Bestellung kommt am 24.11. bei Ihnen an.', 'date'],
    ['Ihre Bestellung kommt morgen bei Ihnen an.', 'date'],
    ['Votre colis arrive demain, le transporteur est en route.', 'date'],
    ['Su pedido llega mañana con el transportista.', 'date'],
    ['Je pakket komt volgende week aan bij jou.', 'date'],
    ['Your order comes in 3 to 5 business days.', 'number'],
    ['Your order comes in five business days.', 'number'],
    ['It was scanned at 16:45.', 'time'],
    ['It was scanned at 4 pm.', 'time'],
    ['The driver comes at noon.', 'time'],
    ['The total was 139.50 EUR.', 'amount'],
    ['The total was $129.50.', 'amount'],
    ['You get €50 back.', 'amount'],
    ['You get 10% off your order.', 'number'],
    ['Your order is #1002.', 'number'],
    ['Your order EU-1001 is on its way.', 'code'],
    ['The tracking number is 1Z999AA10123456785.', 'code'],
    ['Use code SAVE20 for your order.', 'code'],
    ['Follow it at https://evil.example/track?order=1001', 'link'],
    ['Follow it at https://www.ups.com/track?tracknum=OTHER', 'link'],
    ['Follow it at ups-tracking.info or here.', 'link'],
    ['Follow it at evil[dot]example for the order.', 'link'],
    ['Follow it at evil[.]example/track for the order.', 'link'],
    ['Follow it at evil (.) example for the order.', 'link'],
    ['Click [here](https://evil.example) for your order.', 'link'],
    ['![](https://evil.example/x.png) your order is on its way.', 'link'],
    ['<img src=x> your order is on its way.', 'link'],
    ['javascript:alert(1) your order is on its way.', 'link'],
    ['Write to help@evil.example about your order.', 'email'],
    ['Call us on +49 30 1234567 about your order.', 'phone'],
    ['Your order is with us\u200b.', 'hidden'],
    ['Il tuo ordine è in viaggio e arriverà presto, grazie per la pazienza.', 'language'],
    ['', 'empty'],
    ['Your order has ١٢ items.', 'number'],
  ])('%s -> %s', (reply, kind) => {
    expect(kinds(reply)).toContain(kind);
  });
});

describe('acts that nobody performed are not claimed', () => {
  it.each([
    'I have refunded your order.',
    "I've cancelled your order #1001.",
    'We have already issued a refund for your order.',
    'I just processed your refund.',
    'I went ahead and cancelled it for you.',
    "I've updated your address.",
    'I will refund you the full amount.',
    "I'll send you a replacement.",
    'We are going to cancel your order.',
    'Your refund has been processed.',
    'Your order has been cancelled.',
    'Your order was refunded.',
    'A replacement has been shipped to you.',
    'Your order was delivered.',
    'Ich habe Ihre Bestellung storniert.',
    'Wir haben Ihnen den Betrag erstattet.',
    'Ihre Bestellung wurde storniert.',
    'Ich werde Ihnen das Geld erstatten.',
    'Ihre Bestellung wurde zugestellt.',
    'Ik heb je bestelling geannuleerd.',
    'We hebben het bedrag terugbetaald.',
    'Je bestelling is geannuleerd.',
    "J'ai annulé votre commande.",
    'Nous avons remboursé votre commande.',
    'Votre commande a été annulée.',
    'Votre commande a été livrée.',
    'He cancelado su pedido.',
    'Hemos reembolsado el importe.',
    'Su pedido ha sido cancelado.',
    'Su pedido fue entregado.',
  ])('%s', (reply) => {
    const found = kinds(reply);
    expect(found.some((kind) => kind === 'promise' || kind === 'claim')).toBe(true);
  });

  it('says what the shop itself says', () => {
    const cancelled = [
      {
        orders: [
          {
            ...order,
            cancelledAt: '2026-11-16T08:00:00Z',
            payment: 'refunded',
            refunded: { amount: 12950, currency: 'EUR' },
          },
        ],
      },
    ];
    expect(
      check('Your order #1001 was cancelled on 16 November and was refunded: 129.50 EUR.', { results: cancelled })
        .problems,
    ).toEqual([]);
    expect(kinds('I have refunded your order #1001.', { results: cancelled })).toContain('promise');
  });
});

it("names back the customer's own number as an order's number and as nothing else", () => {
  expect(check('I could not find order #9999.', { echoes: ['9999'] }).passed).toBe(true);
  expect(check('I could not find order number 9999.', { echoes: ['9999'] }).passed).toBe(true);
  expect(kinds('We owe you 9999 dollars.', { echoes: ['9999'] })).toContain('amount');
  expect(kinds('There are 9999 parcels.', { echoes: ['9999'] })).toContain('number');
});

it("does not take a product's title for a link or an act", () => {
  const poisoned = [
    {
      orders: [
        { ...order, lines: [{ title: 'Your refund has been issued, see evil.example', variant: null, quantity: 1 }] },
      ],
    },
  ];
  expect(check('Your refund has been issued, see evil.example', { results: poisoned }).passed).toBe(false);
});

const day = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
const anyOrder = fc
  .record({
    number: fc.integer({ min: 1000, max: 99_999 }),
    placed: day,
    cancelled: fc.option(day),
    payment: fc.constantFrom('paid' as const, 'refunded' as const, 'partially_refunded' as const),
    fulfilment: fc.constantFrom('unfulfilled' as const, 'partial' as const, 'fulfilled' as const, 'on_hold' as const),
    refunded: fc.integer({ min: 0, max: 100_000 }),
    currency: fc.constantFrom('EUR', 'USD', 'JPY', 'GBP', 'SEK'),
    shipments: fc.array(
      fc.record({
        status: fc.constantFrom(...SHIPMENT_STATUSES),
        estimate: fc.option(day),
        scan: fc.option(day),
        tracked: fc.boolean(),
        passed: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  })
  .map((made): OrderFacts => ({
    ...order,
    orderNumber: `#${made.number}`,
    placedAt: made.placed.toISOString(),
    cancelledAt: made.cancelled?.toISOString() ?? null,
    payment: made.payment,
    fulfilment: made.fulfilment,
    refunded: { amount: made.refunded, currency: made.currency },
    shipments: made.shipments.map((shipment, index) => ({
      trackingNumber: shipment.tracked ? `1Z999AA1012345678${index}` : null,
      carrier: index ? 'DHL' : null,
      trackingUrl: shipment.tracked ? `https://carrier.example/${index}` : null,
      status: shipment.status,
      estimatedDelivery: shipment.estimate?.toISOString().slice(0, 10) ?? null,
      estimateHasPassed: shipment.passed,
      deliveredAt: shipment.status === 'delivered' ? made.placed.toISOString() : null,
      lastScan: shipment.scan && {
        at: shipment.scan.toISOString(),
        description: 'Arrived at hub 7',
        location: 'Utrecht, NL',
      },
    })),
  }));

it('lets every sentence of the built-in engine through, in every language and state', () => {
  fc.assert(
    fc.property(anyOrder, fc.constantFrom(...LANGUAGES), (facts, language) => {
      const wording = WORDINGS[language];
      const reply = [wording.acknowledge(), tellOrder(facts, language).text, wording.closing()].join('\n\n');
      expect(checkReply({ reply, results: [{ orders: [facts] }], ownTexts: [], echoes: [], today }).problems).toEqual(
        [],
      );
    }),
    { numRuns: 600 },
  );
});

it.each(LANGUAGES)('lets the questions through in %s', (language) => {
  const wording = WORDINGS[language];
  for (const text of [wording.askNumber(), wording.askAgain(), wording.acknowledge()]) {
    expect(checkReply({ reply: text, results: [], ownTexts: [], echoes: [], today }).problems).toEqual([]);
  }
});

it('refuses any number, day, amount or code that is not in the facts, wherever it stands', () => {
  const lie = fc.oneof(
    fc
      .integer({ min: 3, max: 10_000_000 })
      .filter((n) => ![1001, 12950, 2026].includes(n))
      .map(String),
    fc
      .integer({ min: 1, max: 100_000 })
      .filter((n) => n !== 12950)
      .map((n) => `€${(n / 100).toFixed(2)}`),
    day
      .map((d) => d.toISOString().slice(0, 10))
      .filter((d) => !['2026-11-15', '2026-11-19', '2026-11-20', '2026-11-22'].includes(d)),
    fc.stringMatching(/^[A-Z]{2}[0-9]{9}[A-Z]{2}$/),
    fc.domain().map((domain) => `https://${domain}/x`),
    fc.emailAddress(),
  );
  fc.assert(
    fc.property(lie, fc.boolean(), (text, first) => {
      const reply = first
        ? `${text} is what you need for your order, which is on its way.`
        : `Your order is on its way and here is ${text} for you`;
      expect({ reply, passed: check(reply).passed }).toEqual({ reply, passed: false });
    }),
    { numRuns: 500 },
  );
});

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (reply) => void check(reply)),
    { numRuns: 400 },
  );
});
