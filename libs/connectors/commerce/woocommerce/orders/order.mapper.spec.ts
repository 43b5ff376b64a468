import type { ConnectorLog } from '../../../port';
import type { Fields } from '../woocommerce.client';
import { OrderMapper } from './order.mapper';

const log: ConnectorLog = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const order: Fields = {
  id: 7,
  number: '7',
  status: 'processing',
  currency: 'JPY',
  total: '5400',
  date_created_gmt: '2026-11-20T10:00:00',
  date_modified_gmt: '2026-11-20T11:00:00',
  date_paid_gmt: '2026-11-20T10:01:00',
  line_items: [{ id: 1, name: 'Tent', quantity: 3, total: '4909', total_tax: '491', taxes: [] }],
};
const told = (more: Fields = {}, refunds: Fields[] = [], custom: string | null = null) =>
  new OrderMapper(log, 'https://fernhill.example').order({ id: '7', order: { ...order, ...more }, refunds }, custom);

describe("WooCommerce's order in our words", () => {
  it('reads times without a zone as UTC, and money by its currency', () => {
    const { placedAt, total, lines } = told();
    expect(placedAt.toISOString()).toBe('2026-11-20T10:00:00.000Z');
    expect(total).toEqual({ amount: 5_400, currency: 'JPY' });
    expect(lines[0]?.unitPrice).toEqual({ amount: 1_800, currency: 'JPY' });
  });

  it.each([
    ['pending', null, 'pending', 'unfulfilled'],
    ['on-hold', null, 'pending', 'on_hold'],
    ['wc-processing', null, 'paid', 'unfulfilled'],
    ['completed', null, 'paid', 'fulfilled'],
    ['failed', null, 'paid', 'cancelled'],
    ['engraving', 'At the engraver', 'paid', 'unfulfilled'],
    ['engraving', null, 'unknown', 'unknown'],
  ])('takes %s (%s) for %s and %s', (status, custom, payment, fulfilment) => {
    expect(told({ status }, [], custom)).toMatchObject({ payment, fulfilment, customStatus: custom });
  });

  it('is voided when it was cancelled before anybody paid', () => {
    expect(told({ status: 'cancelled', date_paid_gmt: null })).toMatchObject({ payment: 'voided' });
  });

  it('counts what refunds take off a line, and tells those by hand as unknown', () => {
    const meta_data = [{ id: 1, key: '_refunded_item_id', value: '1' }];
    const refund = { id: 9, amount: '1800', date_created_gmt: '2026-11-21T10:00:00', refunded_payment: false };
    const refunds = [{ ...refund, line_items: [{ id: 90, quantity: -1, meta_data }] }];
    expect(told({ refunds: [{ id: 9, total: '-1800' }] }, refunds)).toMatchObject({
      payment: 'partially_refunded',
      refunded: { amount: 1_800 },
      lines: [{ refundable: 2 }],
      refunds: [{ externalId: '9', status: 'unknown', amount: { amount: 1_800 } }],
    });
  });

  it.each([
    ['a list', [{ tracking_number: 'A1', tracking_provider: 'dhl', custom_tracking_link: 'javascript:alert(1)' }]],
    ['an object of PHP', { 1: { tracking_number: 'A1', custom_tracking_provider: '', tracking_provider: 'dhl' } }],
    ['JSON in a text', '[{"tracking_number":"A1","tracking_provider":"dhl"}]'],
  ])('finds the tracking number in %s', (_, value) => {
    const meta_data = [{ id: 1, key: '_wc_shipment_tracking_items', value }];
    expect(told({ meta_data }).shipments).toMatchObject([{ trackingNumber: 'A1', carrier: 'dhl', trackingUrl: null }]);
  });
});
