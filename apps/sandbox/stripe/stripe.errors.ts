import type { FastifyReply } from 'fastify';

export interface StripeProblem {
  status: number;
  type: 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error';
  code?: string;
  message: string;
  param?: string;
}

let asked = 0;

/** Stripe's shape of an error; each answer of it names its request. */
export function stripeError(reply: FastifyReply, { status, ...error }: StripeProblem): FastifyReply {
  return reply
    .code(status)
    .header('stripe-should-retry', String(status === 409 || status === 429 || status >= 500))
    .send({ error: { ...error, ...(error.code && { doc_url: `https://stripe.com/docs/error-codes/${error.code}` }) } });
}

/** Every answer carries one. */
export function requestId(): string {
  asked += 1;
  return `req_${String(asked).padStart(14, '0')}`;
}

export const invalid = (message: string, param?: string, code?: string): StripeProblem => ({
  status: 400,
  type: 'invalid_request_error',
  message,
  ...(param && { param }),
  ...(code && { code }),
});

export const missing = (what: string, id: string, param: string): StripeProblem => ({
  status: 404,
  type: 'invalid_request_error',
  code: 'resource_missing',
  message: `No such ${what}: '${id}'`,
  param,
});

export const badKey: StripeProblem = {
  status: 401,
  type: 'invalid_request_error',
  message: 'Invalid API Key provided: rk_test_****',
};

export const unscoped = (permission: string): StripeProblem => ({
  status: 403,
  type: 'invalid_request_error',
  message: `The provided key 'rk_test_****' does not have the required permissions for this endpoint. Having the '${permission}' permission would allow this request to continue.`,
});
