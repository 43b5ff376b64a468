import type { FastifyInstance, FastifyReply } from 'fastify';
import { CLIENT } from '../client';
import type { Faults } from '../control/faults';
import { consentPage, refusalPage } from './consent-page';
import type { MailTokens } from './mail-tokens';
import type { ConsentRequest, OAuthCodes } from './oauth-codes';

const SUPPORT = 'support@fernhill.example';
const OTHER_ACCOUNT = 'somebody.else@fernhill.example';
type Form = Record<string, string>;

function clientOf(header: string | undefined, form: Form): string {
  const encoded = /^Basic (.+)$/.exec(header ?? '')?.[1];
  return encoded ? Buffer.from(encoded, 'base64').toString() : `${form.client_id}:${form.client_secret}`;
}

/** An ID token whose signature nobody has to check: it comes from the token endpoint itself. */
function idToken(account: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'https://accounts.google.com', aud: CLIENT.id, email: account, email_verified: true };
  return `${part({ alg: 'RS256', kid: 'sandbox', typ: 'JWT' })}.${part(claims)}.${part({ sandbox: true })}`;
}

/** What is wrong with a request for consent; its code and reason. */
function problemOf(query: Form): [string, string] | null {
  if (query.client_id !== CLIENT.id) return ['invalid_client', 'The OAuth client was not found.'];
  if (!/^https?:\/\//.test(query.redirect_uri ?? '')) return ['invalid_request', 'Missing or odd redirect_uri.'];
  if (query.response_type !== 'code') return ['unsupported_response_type', 'response_type is code.'];
  if (!query.scope) return ['invalid_scope', 'Missing scope.'];
  if (query.code_challenge && query.code_challenge_method !== 'S256')
    return ['invalid_request', 'code_challenge_method is S256.'];
  return null;
}

/** The sign-in of a mailbox's provider: consent page, codes with their proof (RFC 7636), tokens. */
export function oauthRoutes(app: FastifyInstance, tokens: MailTokens, codes: OAuthCodes, faults: Faults): void {
  const html = (reply: FastifyReply, status: number, body: string) =>
    reply.code(status).type('text/html; charset=utf-8').send(body);
  const back = (reply: FastifyReply, request: ConsentRequest, answer: Form) => {
    const url = new URL(request.redirectUri);
    if (request.state !== null) url.searchParams.set('state', request.state);
    for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
    return reply.redirect(url.toString(), 302);
  };

  app.get('/oauth/authorize', async (request, reply) => {
    const query = request.query as Form;
    const problem = problemOf(query);
    if (problem) return html(reply, 400, refusalPage(...problem));
    const wanted: ConsentRequest = {
      redirectUri: query.redirect_uri ?? '',
      scope: query.scope ?? '',
      state: query.state ?? null,
      challenge: query.code_challenge || null,
      account: faults.take('oauth', ['wrong_account']) ? OTHER_ACCOUNT : (query.login_hint ?? SUPPORT).toLowerCase(),
      offline: query.access_type === 'offline' || (query.scope ?? '').split(' ').includes('offline_access'),
    };
    if (faults.take('oauth', ['denied'])) return back(reply, wanted, { error: 'access_denied' });
    return html(reply, 200, consentPage(codes.ask(wanted), wanted.account, wanted.scope));
  });

  app.post('/oauth/authorize', async (request, reply) => {
    const { request: id, decision } = (request.body ?? {}) as Form;
    const wanted = codes.answered(id ?? '');
    if (!wanted) return html(reply, 400, refusalPage('invalid_request', 'This page was answered already.'));
    if (decision !== 'allow') return back(reply, wanted, { error: 'access_denied' });
    return back(reply, wanted, { code: codes.give(wanted), scope: wanted.scope, authuser: '0', prompt: 'consent' });
  });

  app.post('/oauth/token', async (request, reply) => {
    const form = (request.body ?? {}) as Form;
    const refuse = (status: number, error: string, error_description: string) =>
      reply.code(status).send({ error, error_description });
    if (clientOf(request.headers.authorization, form) !== `${CLIENT.id}:${CLIENT.secret}`)
      return refuse(401, 'invalid_client', 'The OAuth client was not found.');
    if (form.grant_type === 'authorization_code') {
      const consent = codes.redeem(form);
      if (typeof consent === 'string') return refuse(400, 'invalid_grant', consent);
      const { account, scope, offline } = consent;
      const lasting = offline && !faults.take('oauth', ['no_refresh_token']);
      const named = scope.split(' ').includes('openid') && { id_token: idToken(account) };
      return { ...tokens.issue({ account, scope }, lasting), ...named };
    }
    if (form.grant_type !== 'refresh_token')
      return refuse(400, 'unsupported_grant_type', `Invalid grant_type: ${form.grant_type ?? ''}`);
    const issued = tokens.renew(form.refresh_token ?? null);
    return issued ?? refuse(400, 'invalid_grant', 'Token has been expired or revoked.');
  });

  app.post('/__control/oauth/settings', async (request, reply) => {
    const { expiresIn } = (request.body ?? {}) as { expiresIn?: number };
    if (expiresIn === undefined || !Number.isFinite(expiresIn) || expiresIn <= 0)
      return reply.code(400).send({ error: 'expiresIn is a number of seconds' });
    tokens.lifeSeconds = expiresIn;
    return { expiresIn };
  });

  app.post('/__control/oauth/withdraw', async () => {
    tokens.withdraw();
    return { ok: true };
  });
}
