import { PaymentMapper } from './payment.mapper';
import { moneyFrom, stripeAmount } from './stripe.money';

const mapper = new PaymentMapper({ debug: () => undefined, info: () => undefined, warn: () => undefined });
const charge = (details: object, more: object = {}) =>
  mapper.payment(
    null,
    {
      id: 'ch_1',
      amount: 1000,
      amount_captured: 1000,
      currency: 'eur',
      created: 1,
      payment_method_details: details,
      ...more,
    },
    [],
  );
const refund = (fields: object) => mapper.refund({ id: 're_1', amount: 5, currency: 'eur', created: 1, ...fields });

describe('PaymentMapper', () => {
  it.each([
    [{ type: 'card', card: { brand: 'visa', last4: '4242' } }, 'Visa ending 4242'],
    [
      { type: 'card', card: { brand: 'amex', last4: '0005', wallet: { type: 'apple_pay' } } },
      'Apple Pay (American Express ending 0005)',
    ],
    [{ type: 'sepa_debit', sepa_debit: { last4: '3000' } }, 'SEPA debit ending 3000'],
    [{ type: 'bancontact', bancontact: {} }, 'Bancontact'],
    [{ type: 'customer_balance' }, 'Customer balance'],
    [{}, null],
  ])('names what was paid with: %j', (details, words) => expect(charge(details).method).toBe(words));

  it('calls a charge without an intent by its own id, and a disputed one disputed', () => {
    expect(charge({}, { status: 'succeeded' })).toMatchObject({ externalId: 'ch_1', status: 'succeeded' });
    expect(charge({}, { status: 'succeeded', disputed: true }).status).toBe('disputed');
  });

  it.each([
    [{ status: 'failed', failure_reason: 'lost_or_stolen_card' }, 'failed', 'The card was reported lost or stolen'],
    [{ status: 'failed', failure_reason: 'moon_phase' }, 'failed', 'moon phase'],
    [{ status: 'failed' }, 'failed', "The customer's bank did not say why"],
    [{ status: 'requires_action' }, 'pending', 'Waits until the customer tells Stripe where to send the money'],
    [
      { status: 'pending', pending_reason: 'insufficient_funds' },
      'pending',
      'Waits until the Stripe balance is high enough',
    ],
    [{ status: 'succeeded', reason: 'duplicate' }, 'succeeded', 'Paid twice'],
    [{ status: 'succeeded', reason: 'duplicate', metadata: { satchel_reason: 'Zip' } }, 'succeeded', 'Zip'],
    [{ status: null }, 'succeeded', null],
    [{ status: 'canceled' }, 'cancelled', null],
  ])('tells how a refund stands, and why: %j', (fields, status, reason) =>
    expect(refund(fields)).toMatchObject({ status, reason }),
  );
});

describe("Stripe's amounts", () => {
  it.each([
    [1250, 'eur', { amount: 1250, currency: 'EUR' }],
    [1500, 'jpy', { amount: 1500, currency: 'JPY' }],
    [150_000, 'isk', { amount: 1500, currency: 'ISK' }],
    [1500, 'mga', { amount: 150_000, currency: 'MGA' }],
    [1230, 'kwd', { amount: 1230, currency: 'KWD' }],
  ])('%i %s', (theirs, currency, ours) => {
    expect(moneyFrom(theirs, currency)).toEqual(ours);
    expect(stripeAmount(ours)).toBe(theirs);
  });
});
