import type { FastifyInstance, FastifyReply } from 'fastify';

export const VENDORS = ['shopify', 'ups', 'openai', 'mail'] as const;
export type Vendor = (typeof VENDORS)[number];
/** `cut` is for mail only: the message is taken, and the connection ends before the answer. */
export const MODES = ['down', '429', '500', 'slow', 'cut'] as const;
export type Mode = (typeof MODES)[number];

export interface Fault {
  mode: Mode;
  /** How many calls it still hits; null: until it is lifted. */
  times: number | null;
  delayMs: number;
}

export const SLOW_MS = 5_000;

/** What is broken at the moment, by vendor. */
export class Faults {
  private readonly active = new Map<Vendor, Fault>();

  set(vendor: Vendor, fault: Fault): void {
    this.active.set(vendor, fault);
  }

  lift(vendor?: Vendor): void {
    if (vendor) this.active.delete(vendor);
    else this.active.clear();
  }

  /** What would hit the next call. */
  peek(vendor: Vendor): Mode | null {
    return this.active.get(vendor)?.mode ?? null;
  }

  /** The fault that hits this call, counted down. */
  take(vendor: Vendor): Fault | null {
    const fault = this.active.get(vendor);
    if (!fault) return null;
    if (fault.times !== null) {
      fault.times -= 1;
      if (fault.times <= 0) this.active.delete(vendor);
    }
    return fault;
  }

  list(): Record<string, Fault> {
    return Object.fromEntries(this.active);
  }
}

export const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });

type Refusal = (reply: FastifyReply) => FastifyReply;

/** How each vendor words "too many" and "my fault". */
const refusals: Record<'shopify' | 'ups' | 'openai', Record<'429' | '500', Refusal>> = {
  shopify: {
    '429': (reply) =>
      reply.code(429).header('retry-after', '2.0').send({
        errors: 'Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.',
      }),
    '500': (reply) =>
      reply.code(500).send({
        errors: [
          {
            message: 'Internal error. Looks like something went wrong on our end.',
            extensions: { code: 'INTERNAL_SERVER_ERROR' },
          },
        ],
      }),
  },
  ups: {
    '429': (reply) => reply.code(429).send({ response: { errors: [{ code: '10429', message: 'Too Many Requests' }] } }),
    '500': (reply) =>
      reply.code(500).send({ response: { errors: [{ code: '10500', message: 'Internal server error' }] } }),
  },
  openai: {
    '429': (reply) =>
      reply
        .code(429)
        .header('retry-after', '1')
        .send({
          error: {
            message: 'Rate limit reached for requests',
            type: 'requests',
            param: null,
            code: 'rate_limit_exceeded',
          },
        }),
    '500': (reply) =>
      reply.code(500).send({
        error: {
          message: 'The server had an error while processing your request.',
          type: 'server_error',
          param: null,
          code: null,
        },
      }),
  },
};

/** Stands before the vendors' HTTP routes and breaks what the control API asked to break. */
export function breakVendors(app: FastifyInstance, faults: Faults): void {
  app.addHook('onRequest', async (request, reply) => {
    const name = /^\/(shopify|ups|openai)\//.exec(request.url)?.[1] as 'shopify' | 'ups' | 'openai' | undefined;
    const fault = name ? faults.take(name) : null;
    if (!name || !fault) return;
    if (fault.mode === 'slow') return pause(fault.delayMs);
    if (fault.mode === '429' || fault.mode === '500') return refusals[name][fault.mode](reply);
    reply.hijack();
    request.raw.socket.destroy();
  });
}
