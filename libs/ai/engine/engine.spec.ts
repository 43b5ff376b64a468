import { AIMessage, HumanMessage } from '@langchain/core/messages';
import type { BaseMessage } from '@langchain/core/messages';
import { SHIPMENT_STATUSES } from '@satchel/contracts';
import { fence } from '../text/fence';
import { detect } from 'tinyld';
import { NO_MEMORY } from '../conversation/memory';
import { LANGUAGES } from '../text/language';
import type { OrderFacts, ShipmentFacts } from '../tools/order-facts';
import { orderFacts, parcelFacts } from '../tools/order.fixture';
import { TOOLS } from '../tools/toolbox';
import { BuiltInChatModel } from './built-in-chat-model';
import { nextStep } from './engine';
import type { EngineView } from './engine-view';
import { tellOrder } from './tell-order';
import { askedForNumber, WORDINGS } from './wording';

const shipment = parcelFacts({ trackingUrl: 'https://www.ups.com/track' });
const order = orderFacts('#1001', { lines: [], shipments: [shipment] });
const view = (message: string, seen: EngineView['seen'] = [], more: Partial<EngineView> = {}): EngineView => ({
  message,
  history: [],
  prior: null,
  detect,
  memory: NO_MEMORY,
  decided: null,
  assurance: 1,
  tools: TOOLS.map(({ name }) => name),
  brief: false,
  now: new Date('2026-11-20T12:00:00Z'),
  seen,
  ...more,
});
const askedTwice: Partial<EngineView> = {
  prior: 'en',
  memory: {
    ...NO_MEMORY,
    frame: {
      procedure: 'where-is-my-order',
      version: 0,
      intent: 'where_is_my_order',
      slots: {},
      asked: { order: 2 },
      waitsFor: 'order',
    },
  },
};
const found = (...orders: OrderFacts[]): EngineView['seen'][number] => ({
  tool: 'find_orders',
  args: {},
  data: { found: orders.length, orders, incomplete: false },
});
const foundFor = (orderNumber: string, ...orders: OrderFacts[]): EngineView['seen'][number] => ({
  ...found(...orders),
  args: { orderNumber },
});
const tracked = (facts: Partial<ShipmentFacts> = {}): EngineView['seen'][number] => ({
  tool: 'track_shipment',
  args: { trackingNumber: shipment.trackingNumber },
  data: { found: true, shipment: { ...shipment, ...facts }, incomplete: false },
});

describe('the procedure "where is my order"', () => {
  it('looks the order up, then the parcel, then answers', () => {
    expect(nextStep(view('Where is order 1001?')).calls).toEqual([
      { name: 'find_orders', args: { orderNumber: '1001' } },
    ]);
    expect(nextStep(view('Where is order 1001?', [foundFor('1001', order)])).calls).toEqual([
      { name: 'track_shipment', args: { trackingNumber: '1Z999AA10123456784' } },
    ]);
    const step = nextStep(
      view('Where is order 1001?', [foundFor('1001', order), tracked({ status: 'out_for_delivery' })]),
    );
    expect(step.calls).toEqual([]);
    expect(step.text).toContain('out for delivery');
  });

  it('without a number takes the one order that is still on its way', () => {
    const old = {
      ...order,
      orderNumber: '#0900',
      shipments: [{ ...shipment, trackingNumber: 'OLD1234567', status: 'delivered' as const }],
    };
    const step = nextStep(view('Where is my order?', [found(order, old), tracked()]));
    expect(step.text).toContain('#1001');
    expect(step.text).not.toContain('#0900');
  });

  it('asks which one when several are on their way, and looks them up first', () => {
    const other = { ...order, orderNumber: '#1009', shipments: [], fulfilment: 'unfulfilled' as const };
    const step = nextStep(view('Where is my order?', [found(order, other), tracked()]));
    expect(step.text).toMatch(/#1001 .*#1009.* Which one do you mean\?/);
    expect(askedForNumber(step.text)).toBe(true);
    // The shop thought it under way; the carrier says it is there: one is left.
    expect(
      nextStep(view('Where is my order?', [found(order, other), tracked({ status: 'delivered' })])).text,
    ).toContain('has not been shipped yet');
  });

  it('asks for the number when there is no order, and gives the ticket to a person after two questions', () => {
    expect(nextStep(view('Where is my order?', [found()])).text).toBe(WORDINGS.en.askNumber().replace(/^h/, 'H'));
    expect(nextStep(view('Where is order 77777?', [foundFor('77777')])).text).toContain(
      'could not find an order with that number',
    );
    expect(nextStep(view('77777', [foundFor('77777')], askedTwice)).calls[0]?.args.reason).toBe('order_not_found');
  });

  it('never takes "no answer from the shop" for "no order"', () => {
    const silent = { tool: 'find_orders', args: {}, data: { found: 0, orders: [], incomplete: true } };
    expect(nextStep(view('Where is my order?', [silent])).calls[0]?.args.reason).toBe('lookup_failed');
    const error = { tool: 'find_orders', args: {}, data: { error: 'This look-up is not available right now.' } };
    expect(nextStep(view('Where is my order?', [error])).calls[0]?.args.reason).toBe('lookup_failed');
  });

  it('says when the facts were read if the carrier or the shop did not answer', () => {
    const error = { ...tracked(), data: { error: 'This look-up is not available right now.' } };
    expect(nextStep(view('Where is my order?', [found(order), error])).text).toContain(
      'as of Friday 20 November, 10:00 UTC',
    );
    expect(nextStep(view('Where is my order?', [found({ ...order, stale: true }), tracked()])).text).toContain(
      'as of Friday 20 November, 10:00 UTC',
    );
    expect(nextStep(view('Where is my order?', [found(order), tracked()])).text).not.toContain('as of');
  });

  it('gives a person the words when the carrier reports trouble', () => {
    const step = nextStep(view('Where is my order?', [found(order), tracked({ status: 'exception' })]));
    expect(step.calls).toMatchObject([{ name: 'hand_over', args: { reason: 'shipment_problem' } }]);
    expect(step.text).toContain('reports a problem');
  });
});

describe('what is said of an order', () => {
  const told = (facts: Partial<OrderFacts>) => tellOrder({ ...order, ...facts }, 'en').text;
  const parcel = (facts: Partial<ShipmentFacts>) => told({ shipments: [{ ...shipment, ...facts }] });
  it.each([
    [
      'not shipped',
      told({ fulfilment: 'unfulfilled', shipments: [] }),
      'placed on Sunday 15 November, is with us but has not been shipped yet',
    ],
    [
      'in part',
      told({ fulfilment: 'partial' }),
      'part of your order #1001 is already shipped; the rest is still with us',
    ],
    [
      'cancelled',
      told({ cancelledAt: '2026-11-16T08:00:00Z', refunded: { amount: 12950, currency: 'EUR' } }),
      'was cancelled on Monday 16 November, so no parcel is on its way. According to the shop, EUR 129.50 went back',
    ],
    [
      'refunded',
      told({ payment: 'refunded', refunded: { amount: 500, currency: 'JPY' }, shipments: [] }),
      'marked as refunded in the shop (JPY 500)',
    ],
    ['without tracking', told({ shipments: [] }), 'no tracking number'],
    ['no scan', parcel({ status: 'pre_transit', estimatedDelivery: null }), 'has not scanned the parcel yet'],
    ['estimate', parcel({}), 'expects to deliver it on Sunday 22 November'],
    ['no estimate', parcel({ estimatedDelivery: null }), 'gives no delivery date so far'],
    ['estimate passed', parcel({ estimateHasPassed: true }), 'That day has passed, and there is no new estimate'],
    [
      'delivered',
      parcel({ status: 'delivered', deliveredAt: '2026-11-17T13:05:00Z' }),
      'was delivered on Tuesday 17 November',
    ],
    ['attempted', parcel({ status: 'attempted' }), 'tried to deliver'],
    ['pickup', parcel({ status: 'available_for_pickup' }), 'waiting for you at a pickup point'],
    ['returned', parcel({ status: 'returned' }), 'on its way back to us'],
  ])('%s', (_name, text, expected) => {
    expect(text).toContain(expected);
  });

  it.each(LANGUAGES)('has no hole in any state in %s', (language) => {
    for (const status of SHIPMENT_STATUSES) {
      for (const carrier of ['UPS', null]) {
        const { text } = tellOrder({ ...order, shipments: [{ ...shipment, status, carrier }] }, language);
        expect(text).toContain('#1001');
        expect(text).not.toMatch(/undefined|null|NaN| {2}|\(\)/);
      }
    }
  });
});

describe('as a chat model', () => {
  const model = new BuiltInChatModel();
  const bound = model.bindTools([...TOOLS]);
  const toolNames = async (...messages: BaseMessage[]) =>
    (await bound.invoke(messages)).tool_calls?.map(({ name }) => name);

  it('reads the conversation, also one that began in another language', async () => {
    expect(await toolNames(new HumanMessage(fence('Wo ist meine Bestellung?')))).toEqual(['find_orders']);
    const asked = new AIMessage(`Hallo,\n\n${WORDINGS.de.askNumber()}`);
    const answer = await bound.invoke([
      new HumanMessage(fence('Wo bleibt mein Paket?')),
      asked,
      new HumanMessage(fence('1001')),
    ]);
    expect(answer.tool_calls?.[0]?.args).toEqual({ orderNumber: '1001' });
  });

  it('calls no tool that it was not given', async () => {
    const answer = await model.bindTools([]).invoke([new HumanMessage(fence('Where is my order?'))]);
    expect(answer.tool_calls).toEqual([]);
  });
});
