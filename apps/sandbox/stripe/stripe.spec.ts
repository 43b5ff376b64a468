import Stripe from 'stripe';
import { hookDoor } from '../testing/hook-door';
import { sandboxForTest, until } from '../testing/start';
import { WEBHOOK_SECRET } from './endpoints';

/** The vendor's own library, which knows nothing of us, talks to the twin. */
describe('the Stripe twin, met by the stripe package', () => {
  let sandbox: Awaited<ReturnType<typeof sandboxForTest>>;
  const client = (key = 'rk_test_sandbox') =>
    new Stripe(key, {
      maxNetworkRetries: 0,
      telemetry: false,
      httpClient: Stripe.createFetchHttpClient((input: string | URL | Request, init?: RequestInit) =>
        fetch((input as string).replace('https://api.stripe.com', `${sandbox.url}/stripe`), init),
      ),
    });
  const paid = async () => {
    const { data } = await client().paymentIntents.list({ limit: 100, expand: ['data.latest_charge'] });
    const refunded = new Set((await client().refunds.list({ limit: 100 })).data.map((one) => one.payment_intent));
    const found = data.find((one) => one.status === 'succeeded' && one.amount > 5_000 && !refunded.has(one.id));
    if (!found) throw new Error('nothing is paid');
    return found;
  };
  const failure = (call: Promise<unknown>) =>
    call.then(() => null).catch((error: unknown) => error as Stripe.errors.StripeError);

  beforeAll(async () => (sandbox = await sandboxForTest()));
  afterAll(() => sandbox.stop());
  beforeEach(() => sandbox.post('/__control/reset'));

  it('pages through a list without a double or a gap', async () => {
    const seen: string[] = [];
    for await (const charge of client().charges.list({ limit: 50 })) {
      seen.push(charge.id);
      if (seen.length === 230) break;
    }
    expect(new Set(seen).size).toBe(230);
    const first = await client().charges.list({ limit: 3 });
    expect(first).toMatchObject({ object: 'list', has_more: true, url: '/v1/charges' });
    expect(first.data.map((one) => one.id)).toEqual(seen.slice(0, 3));
    const back = await client().charges.list({ limit: 2, ending_before: seen[2]! });
    expect(back.data.map((one) => one.id)).toEqual(seen.slice(0, 2));
  });

  it('tells one payment with its charge, by each id and by the order', async () => {
    const intent = await paid();
    const charge = await client().charges.retrieve(intent.latest_charge as string, { expand: ['payment_intent'] });
    expect(charge).toMatchObject({ amount: intent.amount, paid: true, payment_intent: { id: intent.id } });
    const query = `metadata['order_id']:'${intent.metadata.order_id}' AND status:'succeeded'`;
    const { data } = await client().paymentIntents.search({ query });
    expect(data.map((one) => one.id)).toEqual([intent.id]);
  });

  it('refunds once for one key, and takes no other words for it', async () => {
    const { id: payment_intent } = await paid();
    const params = { payment_intent, amount: 700, metadata: { ticket: '42' } };
    const made = await client().refunds.create(params, { idempotencyKey: 'one-key' });
    expect(made).toMatchObject({ object: 'refund', amount: 700, currency: 'eur', metadata: { ticket: '42' } });
    const again = await client().refunds.create(params, { idempotencyKey: 'one-key' });
    expect(again.id).toBe(made.id);
    const other = await failure(client().refunds.create({ ...params, amount: 800 }, { idempotencyKey: 'one-key' }));
    expect(other).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    const { json } = await sandbox.get('/__control/effects?kind=refund');
    expect(json.effects).toMatchObject([{ amount: 700, key: 'one-key' }]);
    expect((await client().refunds.retrieve(made.id)).status).toBe('pending');
    expect((await client().charges.retrieve(made.charge as string)).amount_refunded).toBe(700);
  });

  it('refunds twice without a key, as it never looks for doubles by itself', async () => {
    const { id: payment_intent } = await paid();
    for (let time = 0; time < 2; time += 1) {
      const headers = { authorization: 'Bearer rk_test_sandbox' };
      const body = new URLSearchParams({ payment_intent, amount: '300' });
      await fetch(`${sandbox.url}/stripe/v1/refunds`, { method: 'POST', headers, body });
    }
    expect((await client().refunds.list({ payment_intent })).data.map((one) => one.amount)).toEqual([300, 300]);
  });

  it('says what is wrong as Stripe does', async () => {
    const { id: payment_intent, amount } = await paid();
    expect(await failure(client('rk_test_wrong').refunds.list())).toBeInstanceOf(
      Stripe.errors.StripeAuthenticationError,
    );
    const nobody = await failure(client().paymentIntents.retrieve('pi_nobody'));
    expect(nobody).toMatchObject({ statusCode: 404, code: 'resource_missing', type: 'StripeInvalidRequestError' });
    const much = await failure(client().refunds.create({ payment_intent, amount: amount + 1 }));
    expect(much).toMatchObject({ statusCode: 400, param: 'amount' });
    await client().refunds.create({ payment_intent });
    const twice = await failure(client().refunds.create({ payment_intent }));
    expect(twice).toMatchObject({ code: 'charge_already_refunded' });
    await sandbox.post('/__control/faults', { vendor: 'stripe', mode: '429', times: 1 });
    expect(await failure(client().refunds.list())).toBeInstanceOf(Stripe.errors.StripeRateLimitError);
  });

  it('calls registered addresses with what `constructEvent` believes', async () => {
    const door = await hookDoor();
    try {
      const endpoint = await client().webhookEndpoints.create({
        url: `${door.url}/hook`,
        enabled_events: ['refund.created'],
      });
      expect(endpoint.secret).toBe(WEBHOOK_SECRET);
      const { id: payment_intent } = await paid();
      const made = await client().refunds.create({ payment_intent, amount: 200 });
      const call = await until(() => door.calls[0]);
      const signature = call.headers['stripe-signature']!;
      const event = client().webhooks.constructEvent(call.body, signature, WEBHOOK_SECRET);
      expect(event).toMatchObject({ type: 'refund.created', data: { object: { id: made.id, payment_intent } } });
      expect(() => client().webhooks.constructEvent(call.body, signature, 'whsec_other')).toThrow('signature');
    } finally {
      await door.stop();
    }
  });
});
