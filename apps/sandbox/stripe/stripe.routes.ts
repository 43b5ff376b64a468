import type { FastifyReply } from 'fastify';
import type { House, SandboxVendor } from '../control/sandbox-vendor';
import type { Payment, Refund } from '../seed/world.types';
import { SHOP } from '../seed/world';
import { endpointRoutes } from './endpoint.routes';
import { Endpoints, newest } from './endpoints';
import { expansions, textOf, textsOf } from './form';
import { Idempotency } from './idempotency';
import { isProblem, pageOf } from './paging';
import { askedRefund, makeRefund, neverMade, paymentBy } from './refunds';
import { searched } from './search';
import { router, type Gate, type Route } from './route';
import { usualSettings } from './settings';
import { badKey, invalid, missing, stripeError, unscoped, type StripeProblem } from './stripe.errors';
import { chargeView, intentView, metadataOf, refundView, type RefundNote } from './views';

interface Parts extends Gate {
  notes: Map<string, RefundNote>;
  endpoints: Endpoints;
}

function moneyRoutes(route: Route, { world, faults, now }: House, { settings, notes }: Parts): void {
  const paid = () => newest(world.payments.rows.filter((row) => row.gateway === 'stripe'));
  const metadata = (row: Payment) => metadataOf(row, settings.orderPrefix);
  const charge = (row: Payment) => ({
    ...chargeView(row, settings.disputed.includes(row.reference)),
    metadata: metadata(row),
  });
  const intent = (row: Payment, expand: readonly string[]) => ({
    ...intentView(row, expand.includes('latest_charge') && row.captureId ? charge(row) : null),
    metadata: metadata(row),
  });
  const view = (one: Refund) => refundView(one, notes.get(one.gatewayId));

  route('get', '/charges', 'charge_read', ({ query }) => {
    const rows = paid().filter(
      (row) => row.captureId && (!query.payment_intent || row.reference === query.payment_intent),
    );
    return pageOf(rows.map(charge), query, '/v1/charges');
  });
  route('get', '/charges/:id', 'charge_read', ({ id, form }) => {
    const found = paymentBy(world, { charge: id });
    if (!found) return missing('charge', id, 'id');
    const whole = expansions(form.expand).includes('payment_intent');
    return { ...charge(found), ...(whole && { payment_intent: intent(found, []) }) };
  });
  route('get', '/payment_intents', 'payment_intent_read', ({ query }) =>
    pageOf(
      paid().map((row) => intent(row, [])),
      query,
      '/v1/payment_intents',
    ),
  );
  route('get', '/payment_intents/search', 'payment_intent_read', ({ form, query }) => {
    const found = searched(textOf(form.query) ?? '', paid(), metadata);
    if (!found) return invalid('The query could not be understood.', 'query');
    const expand = expansions(form.expand).map((one) => one.replace(/^data\./, ''));
    const data = found.slice(0, Number(query.limit ?? 10)).map((row) => intent(row, expand));
    const url = '/v1/payment_intents/search';
    return { object: 'search_result', data, has_more: data.length < found.length, next_page: null, url };
  });
  route('get', '/payment_intents/:id', 'payment_intent_read', ({ id, form }) => {
    const found = paymentBy(world, { intent: id });
    return found ? intent(found, expansions(form.expand)) : missing('payment_intent', id, 'intent');
  });
  route('get', '/refunds', 'charge_read', ({ query }) => {
    const { charge: of, payment_intent: by } = query;
    const rows = world.refunds.rows.filter(({ payment }) => payment.gateway === 'stripe');
    const fits = rows.filter(({ payment }) => (!of || payment.captureId === of) && (!by || payment.reference === by));
    return pageOf(newest(fits).map(view), query, '/v1/refunds');
  });
  const refundBy = (id: string) => world.refunds.first('gatewayId', id);
  route('get', '/refunds/:id', 'charge_read', ({ id }) => {
    const found = refundBy(id);
    return found ? view(found) : missing('refund', id, 'refund');
  });
  route('post', '/refunds/:id', 'charge_write', ({ id, form }) => {
    const found = refundBy(id);
    if (!found) return missing('refund', id, 'refund');
    const note = notes.get(id) ?? { metadata: {}, reason: null };
    notes.set(id, { ...note, metadata: { ...note.metadata, ...textsOf(form.metadata) } });
    return view(found);
  });
  route('post', '/refunds', 'charge_write', ({ form, key }): object => {
    const asked = askedRefund(world, form);
    if (isProblem(asked)) return asked;
    if (faults.takeNoEffect('stripe')) return neverMade(asked, now());
    const made: Refund | StripeProblem = makeRefund(world, asked, key);
    if ('message' in made) return made;
    notes.set(made.gatewayId, asked.note);
    return view(made);
  });
  route('get', '/account', 'account_read', () => ({
    id: 'acct_1SandboxFernhill',
    object: 'account',
    business_profile: { name: SHOP.name, url: 'https://fernhill.example' },
    charges_enabled: true,
    country: 'NL',
    default_currency: SHOP.currency.toLowerCase(),
    details_submitted: true,
    email: SHOP.email,
    payouts_enabled: true,
    type: 'standard',
  }));
}

/** Stripe at `/stripe/v1`, and `/__control/stripe/{settings|deliveries}`. */
export function stripe(now: () => Date): SandboxVendor {
  const notes = new Map<string, RefundNote>();
  const parts: Parts = {
    settings: usualSettings(),
    notes,
    keys: new Idempotency(),
    endpoints: new Endpoints(now, notes),
  };
  const problem = (one: StripeProblem) => (reply: FastifyReply) => stripeError(reply, one);
  return {
    id: 'stripe',
    prefix: '/stripe',
    routes(app, house) {
      const route = router(app, house, parts);
      moneyRoutes(route, house, parts);
      endpointRoutes(route, parts.endpoints);
      parts.endpoints.listen(house.world);
      app.post('/__control/stripe/settings', async (request) =>
        Object.assign(parts.settings, usualSettings(), request.body ?? {}),
      );
      app.get('/__control/stripe/deliveries', async () => ({ deliveries: parts.endpoints.deliveries }));
    },
    throttled: problem({
      status: 429,
      type: 'invalid_request_error',
      code: 'rate_limit',
      message: 'Too many requests.',
    }),
    broken: problem({ status: 500, type: 'api_error', message: 'Something went wrong on our end.' }),
    expired: problem({ ...badKey, code: 'api_key_expired', message: 'Expired API Key provided: rk_test_****' }),
    unscoped: problem(unscoped('rak_charge_read')),
    reset() {
      Object.assign(parts.settings, usualSettings());
      parts.keys.clear();
      parts.endpoints.clear();
      notes.clear();
    },
  };
}
