import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CLIENT } from '../client';
import type { SandboxVendor } from '../control/sandbox-vendor';
import { pause, TIMEOUT_MS, type Faults } from '../control/faults';
import type { World } from '../seed/world';
import { Bucket } from './cost';
import { ShopState } from './shop-state';
import { SCOPES } from './views';

export const SHOPIFY_TOKEN = 'shpat_sandbox';
const TOKEN_LIFE_SECONDS = 86_399;
const BAD_TOKEN = '[API] Invalid API key or access token (unrecognized login or wrong password)';
/** Newest first. Any other version is served by the oldest of these, as Shopify does for one that fell off. */
const VERSIONS = ['2026-10', '2026-07', '2026-04', '2026-01'];

/** Tokens from the client-credentials grant and when each ends. */
export class ShopifyTokens {
  private readonly ends = new Map<string, number>();

  constructor(private readonly clock: () => Date) {}

  issue(): string {
    const token = `shpat_${randomBytes(16).toString('hex')}`;
    this.ends.set(token, this.clock().getTime() + TOKEN_LIFE_SECONDS * 1000);
    return token;
  }

  valid(token: unknown): boolean {
    if (typeof token !== 'string') return false;
    return token === SHOPIFY_TOKEN || (this.ends.get(token) ?? 0) > this.clock().getTime();
  }

  /** Ends every token that the grant gave out. */
  revoke(): void {
    this.ends.clear();
  }
}

interface ShopifyParts {
  world: World;
  faults: Faults;
  state: ShopState;
  bucket: Bucket;
  tokens: ShopifyTokens;
}

const LOST = ['lose_answer', '500_after', 'timeout_after'];

function routes(app: FastifyInstance, { world, faults, state, bucket, tokens }: ShopifyParts): void {
  const graphql = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('x-request-id', randomUUID());
    if (!tokens.valid(request.headers['x-shopify-access-token'])) {
      return reply.code(401).send({ errors: BAD_TOKEN });
    }
    const { version = '' } = request.params as { version?: string };
    reply.header('x-shopify-api-version', VERSIONS.includes(version) ? version : VERSIONS.at(-1));
    const { answer, isMutation } = await import('./execute');
    const asked = request.body ?? {};
    const told = await answer({ world, faults, state }, bucket, asked);
    const answered = faults.takeDrift('shopify') ? drifted(told) : told;
    // Every question is a POST, so only here is it known whether something was changed.
    const lost = isMutation(asked) ? faults.take('shopify', LOST) : null;
    if (lost?.mode === '500_after') return broken(reply);
    if (!lost) return reply.send(answered);
    reply.hijack();
    if (lost.mode === 'timeout_after') await pause(TIMEOUT_MS);
    request.raw.socket.destroy();
  };

  const grant = async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = (request.body ?? {}) as Record<string, string>;
    if (asked.grant_type !== 'client_credentials') {
      return reply
        .code(400)
        .send({ error: 'unsupported_grant_type', error_description: 'The grant type is not supported' });
    }
    if (asked.client_id !== CLIENT.id || asked.client_secret !== CLIENT.secret) {
      return reply
        .code(400)
        .send({ error: 'application_cannot_be_found', error_description: 'Client authentication failed' });
    }
    return { access_token: tokens.issue(), scope: SCOPES.join(','), expires_in: TOKEN_LIFE_SECONDS };
  };

  for (const base of ['/shopify', '/shopify/:shop']) {
    app.post(`${base}/admin/api/:version/graphql.json`, graphql);
    app.post(`${base}/admin/oauth/access_token`, grant);
  }
}

/** A later version's answer: states have words that this one does not have. */
const drifted = (answered: object): object =>
  JSON.parse(
    JSON.stringify(answered).replace(/"((?:display\w+|return)Status|status)":"\w+"/g, '"$1":"NEWLY_NAMED"'),
  ) as object;

function broken(reply: FastifyReply): FastifyReply {
  const extensions = { code: 'INTERNAL_SERVER_ERROR' };
  const message = 'Internal error. Looks like something went wrong on our end.';
  return reply.code(500).send({ errors: [{ message, extensions }] });
}

const FULL_BUCKET = { maximumAvailable: 2000, restoreRate: 100, currentlyAvailable: 2000 };

/** Shopify, with its call bucket and the tokens that it gave out. */
export function shopify(now: () => Date): SandboxVendor & { bucket: Bucket } {
  const bucket = new Bucket(now);
  const tokens = new ShopifyTokens(now);
  const state = new ShopState(now);
  return {
    id: 'shopify',
    prefix: '/shopify',
    bucket,
    playsWrites: true,
    faults: ['forged'],
    routes(app, house) {
      const { world, faults } = house;
      state.webhooks.watch(house);
      routes(app, { world, faults, state, bucket, tokens });
      app.get('/__control/shopify/jobs', async () => ({ pending: state.pendingJobs() }));
      app.post('/__control/shopify/scopes', async (request) => {
        state.scopes = (request.body as { scopes?: string[] } | null)?.scopes ?? SCOPES;
        return { scopes: state.scopes };
      });
      app.post('/__control/shopify/bucket', async (request) => {
        bucket.set(request.body ?? {});
        return bucket.status();
      });
    },
    throttled: (reply) =>
      reply.code(429).header('retry-after', '2.0').send({
        errors: 'Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.',
      }),
    broken,
    expired: (reply) => reply.code(401).send({ errors: BAD_TOKEN }),
    unscoped: (reply) =>
      reply.send({ data: null, errors: [{ message: 'Access denied.', extensions: { code: 'ACCESS_DENIED' } }] }),
    reset: () => {
      bucket.set(FULL_BUCKET);
      state.reset();
    },
    revoke: () => tokens.revoke(),
  };
}
