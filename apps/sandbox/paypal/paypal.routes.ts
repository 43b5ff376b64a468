import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Tokens } from '../carriers/tokens';
import { CLIENT } from '../client';
import type { House, SandboxVendor } from '../control/sandbox-vendor';
import { refund, Refused } from '../seed/changes';
import { paypalId } from '../seed/gateway-ids';
import { Random } from '../seed/random';
import { SHOP } from '../seed/world';
import type { Payment, Refund } from '../seed/world.types';
import { noToken, notFound, paypalError } from './paypal.errors';
import { captureView, orderView, refundView, type RefundNote } from './views';
import { PaypalWebhooks, type Transmission } from './webhooks';

const TOKEN_LIFE_SECONDS = 32_400;
const SCOPES = ['services/payments/payment/authcapture', 'services/payments/refund', 'services/applications/webhooks'];

interface PaypalSettings {
  scopes: string[];
  /** Whether captures tell the order that they belong to. */
  orders: boolean;
}
const usual = (): PaypalSettings => ({ scopes: SCOPES, orders: true });

interface Parts {
  settings: PaypalSettings;
  notes: Map<string, RefundNote>;
  /** What was made under each PayPal-Request-Id. */
  made: Map<string, object>;
  webhooks: PaypalWebhooks;
  tokens: Tokens;
}
type Handle = (request: FastifyRequest, reply: FastifyReply, id: string) => unknown;

interface RefundAsked extends RefundNote {
  amount?: { value?: string; currency_code?: string };
}

function refundRoute(
  { world, faults, now }: House,
  { notes, made }: Parts,
  capture: (id: string) => Payment | undefined,
): Handle {
  return (request, reply, id) => {
    const payment = capture(id);
    if (!payment) return notFound(reply);
    const key = request.headers['paypal-request-id'] as string | undefined;
    const before = key === undefined ? undefined : made.get(key);
    if (before) return reply.code(201).send(before);
    const { amount: asked, custom_id, note_to_payer } = (request.body ?? {}) as RefundAsked;
    if (asked && asked.currency_code !== SHOP.currency) {
      return paypalError(reply, 422, 'UNPROCESSABLE_ENTITY', 'REFUND_CAPTURE_CURRENCY_MISMATCH');
    }
    const amount = asked ? Math.round(Number(asked.value) * 100) : undefined;
    const note: RefundNote = { ...(custom_id && { custom_id }), ...(note_to_payer && { note_to_payer }) };
    if (faults.takeNoEffect('paypal')) {
      const never = {
        amount: amount ?? payment.amount,
        status: 'pending',
        createdAt: now(),
        updatedAt: now(),
        payment,
      };
      const gatewayId = paypalId(new Random(now().getTime()));
      return reply
        .code(201)
        .send(refundView({ ...never, gatewayId, arrivalReference: null } as unknown as Refund, note));
    }
    const done = refund(world, payment.order, { amount, note: note_to_payer ?? null, key: key ?? null });
    if (done instanceof Refused) {
      const issue = done.code === 'nothing_left' ? 'CAPTURE_FULLY_REFUNDED' : 'REFUND_AMOUNT_EXCEEDED';
      return paypalError(reply, 422, 'UNPROCESSABLE_ENTITY', issue, done.message);
    }
    notes.set(done.gatewayId, note);
    const answer = refundView(done, note);
    if (key !== undefined) made.set(key, answer);
    return reply.code(201).send(answer);
  };
}

function routes(app: FastifyInstance, house: House, parts: Parts): void {
  const { world, faults } = house;
  const { settings, notes, webhooks, tokens } = parts;
  const ours = (row: Payment | undefined) => (row?.gateway === 'paypal' ? row : undefined);
  const capture = (id: string) => ours(world.payments.first('captureId', id));

  const route = (method: 'get' | 'post' | 'delete', path: string, handle: Handle): void => {
    app[method](`/paypal${path}`, async (request, reply) => {
      if (!tokens.valid(request.headers.authorization)) return noToken(reply);
      const answer = await handle(request, reply, (request.params as { id?: string }).id ?? '');
      if (answer === reply || !faults.takeDrift('paypal')) return answer;
      return reply.type('application/json').send(JSON.stringify(answer).replaceAll('"status"', '"state"'));
    });
  };

  app.post('/__control/paypal/settings', async (request) => Object.assign(settings, usual(), request.body ?? {}));
  /** PayPal itself has no list of payments. */
  app.get('/__control/paypal/payments', async () => ({
    payments: world.payments.rows.filter(ours).map(({ captureId, reference, amount, order }) => {
      const refunds = order.refunds.map((one) => ({ amount: one.amount, status: one.status }));
      return { captureId, reference, amount, order: order.number, refunds };
    }),
  }));
  app.post('/paypal/v1/oauth2/token', async (request, reply) => {
    const basic = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}`;
    if (request.headers.authorization !== basic) {
      return reply.code(401).send({ error: 'invalid_client', error_description: 'Client Authentication failed' });
    }
    const scope = settings.scopes.map((one) => `https://uri.paypal.com/${one}`).join(' ');
    const issued = { access_token: tokens.issue(), token_type: 'Bearer', app_id: 'APP-80W284485P519543T' };
    return { scope, ...issued, expires_in: TOKEN_LIFE_SECONDS, nonce: house.now().toISOString() };
  });

  route('get', '/v2/payments/captures/:id', (_request, reply, id) => {
    const found = capture(id);
    return found ? captureView(found, settings.orders) : notFound(reply);
  });
  route('post', '/v2/payments/captures/:id/refund', refundRoute(house, parts, capture));
  route('get', '/v2/payments/refunds/:id', (_request, reply, id) => {
    const found = world.refunds.first('gatewayId', id);
    return found?.payment.gateway === 'paypal' ? refundView(found, notes.get(id)) : notFound(reply);
  });
  route('get', '/v2/checkout/orders/:id', (_request, reply, id) => {
    const found = ours(world.payments.first('reference', id));
    return found ? orderView(found, notes) : notFound(reply);
  });

  route('get', '/v1/notifications/webhooks', () => ({ webhooks: webhooks.rows }));
  route('post', '/v1/notifications/webhooks', (request, reply) => {
    const { url = '', event_types = [] } = (request.body ?? {}) as { url?: string; event_types?: { name: string }[] };
    if (!URL.canParse(url) || event_types.length === 0)
      return paypalError(reply, 400, 'VALIDATION_ERROR', 'INVALID_URL');
    if (webhooks.rows.some((one) => one.url === url)) return paypalError(reply, 400, 'WEBHOOK_URL_ALREADY_EXISTS');
    return reply.code(201).send(webhooks.add(url, event_types));
  });
  route('delete', '/v1/notifications/webhooks/:id', (_request, reply, id) => {
    const place = webhooks.rows.findIndex((one) => one.id === id);
    if (place < 0) return notFound(reply);
    webhooks.rows.splice(place, 1);
    return reply.code(204).send();
  });
  route('post', '/v1/notifications/verify-webhook-signature', (request) => ({
    verification_status: webhooks.fits((request.body ?? {}) as Transmission) ? 'SUCCESS' : 'FAILURE',
  }));
}

/** PayPal at `/paypal`; its faults hit what is below `/v2`, so that a token can be had to meet them with. */
export function paypal(now: () => Date): SandboxVendor {
  const notes = new Map<string, RefundNote>();
  const tokens = new Tokens(now, TOKEN_LIFE_SECONDS);
  const parts: Parts = { settings: usual(), notes, made: new Map(), webhooks: new PaypalWebhooks(now, notes), tokens };
  return {
    id: 'paypal',
    prefix: '/paypal/v2',
    routes(app, house) {
      routes(app, house, parts);
      parts.webhooks.listen(house.world);
    },
    throttled: (reply) => paypalError(reply, 429, 'RATE_LIMIT_REACHED', undefined, 'Too many requests.'),
    broken: (reply) =>
      paypalError(reply, 500, 'INTERNAL_SERVER_ERROR', undefined, 'An internal server error occurred.'),
    expired: noToken,
    unscoped: (reply) => paypalError(reply, 403, 'NOT_AUTHORIZED', 'PERMISSION_DENIED', 'You do not have permission.'),
    reset() {
      Object.assign(parts.settings, usual());
      notes.clear();
      parts.made.clear();
      parts.webhooks.rows.length = 0;
    },
    revoke: () => tokens.revoke(),
  };
}
