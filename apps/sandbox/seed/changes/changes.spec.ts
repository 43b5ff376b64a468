import { SandboxClock } from '../../control/clock.routes';
import { lastScan } from '../parcels';
import { total, World } from '../world';
import {
  approveReturn,
  cancel,
  catchUp,
  charge,
  createDiscount,
  createReturn,
  grantPoints,
  receiveReturn,
  redeem,
  refund,
  refundReturn,
  Refused,
  restock,
  setAddress,
  ship,
  skipCharge,
} from './index';
import { rewards } from '../loyalty';

const noon = new Date('2026-11-20T12:00:00Z');

/** A world whose clock can be moved, and short ways to its people. */
function start() {
  const clock = new SandboxClock(() => noon);
  const world = new World(clock.now);
  const order = (number: number) => world.order(number)!;
  const travel = (hours: number) => {
    clock.advance(hours * 3_600_000);
    return catchUp(world);
  };
  return { world, clock, order, travel };
}

describe('what is made to happen', () => {
  it('shows a double refund as two effects of one key, and never pays more than was paid', () => {
    const { world, order } = start();
    const one = order(1001);
    for (let twice = 0; twice < 2; twice++) refund(world, one, { amount: 1_000, key: 'k1' });
    expect(world.effects.map(({ kind, target, amount, key }) => [kind, target, amount, key])).toEqual([
      ['refund', '#1001', 1_000, 'k1'],
      ['refund', '#1001', 1_000, 'k1'],
    ]);
    expect([one.refunded, one.financial]).toEqual([2_000, 'PARTIALLY_REFUNDED']);
    expect(refund(world, one, { amount: total(one) })).toMatchObject({ code: 'too_much' });
    refund(world, one);
    expect([one.refunded, one.financial]).toEqual([total(one), 'REFUNDED']);
    expect(refund(world, one)).toMatchObject({ code: 'nothing_left' });
  });

  it('takes the points of a refund back', () => {
    const { world, order } = start();
    const member = world.memberOf(order(1001).customer)!;
    const before = member.points;
    refund(world, order(1001));
    expect(member.points).toBe(before - 433);
    expect(member.history.at(-1)).toMatchObject({ kind: 'refund', orderNumber: 1001 });
  });

  it('cancels what has not shipped, pays it back and puts it into stock', () => {
    const { world, order } = start();
    const { stock } = order(1002).lines[0]!.variant;
    cancel(world, order(1002), { key: 'c' });
    expect(order(1002)).toMatchObject({ financial: 'REFUNDED', refunded: 34_900, cancelReason: 'CUSTOMER' });
    expect(order(1002).lines[0]).toMatchObject({ currentQuantity: 0, variant: { stock: stock + 1 } });
    expect(cancel(world, order(1002))).toMatchObject({ code: 'already_done' });
    expect(cancel(world, order(1001))).toMatchObject({ code: 'wrong_state' });
    expect(setAddress(world, order(1001), { city: 'Kiel' })).toBeInstanceOf(Refused);
  });

  it('takes a return from the question to the money', () => {
    const { world, order } = start();
    const one = order(1003);
    const [line] = one.lines;
    const asked = createReturn(world, one, { lines: [{ line: line!, quantity: 1, reason: 'too_small' }] });
    if (asked instanceof Refused) throw new Error(asked.message);
    expect(createReturn(world, one, { lines: [{ line: line!, quantity: 1 }] })).toMatchObject({ code: 'too_much' });
    expect(receiveReturn(world, asked)).toMatchObject({ code: 'wrong_state' });
    approveReturn(world, asked);
    expect(world.parcel(asked.trackingNumber)).toMatchObject({ direction: 'return', orderNumber: 1003 });
    receiveReturn(world, asked);
    expect(lastScan(world.parcel(asked.trackingNumber)!).step).toBe('delivered');
    refundReturn(world, asked, { key: 'r' });
    expect([asked.status, asked.refund?.amount, one.refunded]).toEqual(['refunded', 17_990, 17_990]);
    expect(world.effects.map(({ kind }) => kind)).toEqual([
      'return_requested',
      'return_approved',
      'return_received',
      'refund',
    ]);
  });

  it('gives and spends points, and makes codes that nobody has yet', () => {
    const { world, order } = start();
    const anna = world.memberOf(order(1001).customer)!;
    grantPoints(world, anna, { points: 60, key: 'g' });
    expect(anna.points).toBe(1_300);
    const made = redeem(world, anna, rewards[3]!);
    if (made instanceof Refused) throw new Error(made.message);
    expect([anna.points, world.discount(made.discount.code)]).toEqual([400, made.discount]);
    expect(redeem(world, anna, rewards[3]!)).toMatchObject({ code: 'too_much' });
    expect(createDiscount(world, { kind: 'fixed', value: 500, code: made.discount.code.toLowerCase() })).toMatchObject({
      code: 'already_done',
    });
  });

  it('tells who listens of each record that changed, with its time', () => {
    const { world, clock, order } = start();
    const heard: string[] = [];
    const stop = world.changes.on('*', ({ kind, verb }) => heard.push(`${kind} ${verb}`));
    clock.advance(60_000);
    ship(world, order(1002));
    expect(heard).toEqual(['parcel created', 'order shipped']);
    expect(order(1002).updatedAt).toEqual(clock.now());
    stop();
    restock(world, order(1002).lines[0]!.variant, 5);
    expect(heard).toHaveLength(2);
  });
});

describe('time travel', () => {
  it('moves parcels along their journeys, to the door', () => {
    const { world, order, travel } = start();
    const parcel = world.parcel(order(1001).fulfilments[0]!.trackingNumber)!;
    expect(lastScan(parcel).step).toBe('in_transit');
    expect(travel(14)).toBeGreaterThan(0);
    expect(lastScan(parcel).step).toBe('arrived');
    travel(48);
    expect(lastScan(parcel).step).toBe('delivered');
    expect(lastScan(parcel).at < world.now()).toBe(true);
    expect(order(1001).updatedAt).toEqual(lastScan(parcel).at);
  });

  it('lets pending refunds reach the bank', () => {
    const { order, travel } = start();
    const [pending] = order(1005).refunds;
    travel(25);
    expect(pending?.status).toBe('pending');
    travel(2);
    expect(pending).toMatchObject({ status: 'succeeded', arrivalReference: expect.stringMatching(/^7\d{22}$/) });
  });

  it('charges subscriptions on their day, as often as it comes', () => {
    const { world, order, travel } = start();
    const [coffee] = world.subscriptionsOf(order(1002).customer);
    travel(24 * (5 + 28) + 1);
    const made = world.ordersOf(order(1002).customer).filter(({ subscriptionId }) => subscriptionId === coffee!.id);
    expect(made.map(({ createdAt }) => createdAt.toISOString())).toEqual([
      '2026-11-25T12:00:00.000Z',
      '2026-12-23T12:00:00.000Z',
    ]);
    expect(coffee!.nextChargeAt?.toISOString()).toBe('2027-01-20T12:00:00.000Z');
    expect(made[0]!.payment.status).toBe('captured');
    skipCharge(world, coffee!);
    expect(coffee!.nextChargeAt?.toISOString()).toBe('2027-02-17T12:00:00.000Z');
    expect(charge(world, coffee!, world.now())).toMatchObject({ status: 'success' });
  });
});
