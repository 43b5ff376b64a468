import type { OrderBody, OrderLineBody } from '@satchel/contracts';
import {
  choosable,
  leftOf,
  quantitiesIn,
  reasonIn,
  refundArgs,
  type RefundForm,
  returnArgs,
  type ReturnForm,
} from './line-args';

const line = (id: string | null, more: Partial<OrderLineBody> = {}): OrderLineBody =>
  ({ id, title: 'Jacket', quantity: 3, refundable: null, returnable: null, ...more }) as OrderLineBody;
const order = {
  id: 'o1',
  total: { amount: 10_000, currency: 'EUR' },
  refunded: { amount: 2_500, currency: 'EUR' },
} as OrderBody;
const blank: RefundForm = {
  by: 'lines',
  quantities: {},
  shipping: false,
  amount: '',
  reason: '',
  restock: true,
  notify: true,
};

describe('the lines to choose from', () => {
  it('leave out what the shop has no name for, and know how many are left', () => {
    const lines = [line('a'), line(null), line('b', { refundable: 1 }), line('c', { refundable: 0 })];
    expect(choosable(lines, 'refundable').map(({ id, most }) => [id, most])).toEqual([
      ['a', 3],
      ['b', 1],
      ['c', 0],
    ]);
  });
});

describe('a refund', () => {
  it('of lines names those with a quantity', () => {
    const form = { ...blank, quantities: { a: 2, b: 0 }, shipping: true, reason: ' broken ' };
    expect(refundArgs(order, form)).toEqual({
      order: 'o1',
      lines: [{ orderLineId: 'a', quantity: 2 }],
      shipping: true,
      reason: 'broken',
      restock: true,
      notify: true,
    });
  });
  it('of an amount puts nothing back on the shelf, whatever was ticked for lines', () => {
    const form: RefundForm = { ...blank, by: 'amount', amount: '12,50', quantities: { a: 1 } };
    expect(refundArgs(order, form)).toEqual({ order: 'o1', amount: 1250, restock: false, notify: true });
  });
  it('is not asked for while nothing is chosen', () => {
    expect(refundArgs(order, blank)).toBeNull();
    expect(refundArgs(order, { ...blank, by: 'amount', amount: 'some' })).toBeNull();
    expect(refundArgs(order, { ...blank, by: 'amount', amount: '0' })).toBeNull();
  });
  it('knows what is left', () => {
    expect(leftOf(order)).toBe(7_500);
    expect(leftOf({ ...order, refunded: { amount: 12_000, currency: 'EUR' } })).toBe(0);
  });
});

describe('a return', () => {
  const form: ReturnForm = { quantities: { a: 1 }, reason: 'too_small', note: '', exchange: false, wanted: {} };
  it('carries the reason on each line', () => {
    expect(returnArgs(order, { ...form, note: 'sleeves' })).toEqual({
      order: 'o1',
      lines: [{ orderLineId: 'a', quantity: 1, reason: 'too_small', note: 'sleeves' }],
    });
  });
  it('needs a reason and a line', () => {
    expect(returnArgs(order, { ...form, reason: '' })).toBeNull();
    expect(returnArgs(order, { ...form, quantities: {} })).toBeNull();
  });
  it('that is an exchange says what comes instead, of every line', () => {
    const two = { ...form, exchange: true, quantities: { a: 1, b: 2 }, wanted: { a: 'v1' } };
    expect(returnArgs(order, two)).toBeNull();
    expect(returnArgs(order, { ...two, wanted: { a: 'v1', b: 'v2' } })).toMatchObject({
      wanted: [
        { variantId: 'v1', quantity: 1 },
        { variantId: 'v2', quantity: 2 },
      ],
    });
  });
});

describe('a form that is filled in already', () => {
  const given = (reasons: string[]) => ({
    order: 'o1',
    lines: reasons.map((reason, index) => ({ orderLineId: `l${index}`, quantity: index + 1, reason })),
  });

  it('takes the lines, and the reason that all of them share', () => {
    expect(quantitiesIn(given(['too_small', 'too_small']))).toEqual({ l0: 1, l1: 2 });
    expect(reasonIn(given(['too_small', 'too_small']))).toBe('too_small');
    expect(reasonIn(given(['too_small', 'other']))).toBe('');
  });

  it('is empty where nothing was given', () => {
    expect([quantitiesIn({}), reasonIn({})]).toEqual([{}, '']);
    expect(quantitiesIn({ lines: [{ orderLineId: 7 }, 'x'] })).toEqual({});
  });
});
