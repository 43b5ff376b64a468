import type { OrderBody } from '@satchel/contracts';
import { pickOrder } from './pick-order';

const order = (number: string, placedAt: string): OrderBody => ({ id: number, number, placedAt }) as OrderBody;
const orders = [order('#1001', '2026-01-01T00:00:00Z'), order('#10010', '2026-03-01T00:00:00Z')];

describe('the order shown open', () => {
  it('is the one that the customer named last', () => {
    expect(pickOrder(orders, ['about #10010', 'no, I meant 1001, sorry'])?.number).toBe('#1001');
  });
  it('is not one whose number only begins alike', () => {
    expect(pickOrder(orders, ['order 10010'])?.number).toBe('#10010');
  });
  it('is the newest when none is named', () => {
    expect(pickOrder(orders, ['where is my parcel?'])?.number).toBe('#10010');
    expect(pickOrder([], ['#1001'])).toBeNull();
  });
});
