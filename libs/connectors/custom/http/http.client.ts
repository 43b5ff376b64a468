import type { HttpOperationBody } from '@satchel/contracts';
import { ConnectorError, type ConnectorDeps, type Write } from '../../port';
import { fieldsIn, textIn } from '../../vendor/loose';
import { sendPlainChange } from '../../vendor/send-change';
import { ask, refusalOf } from '../../vendor/vendor-http';
import { cut } from '../pick';
import { headerLines } from '../settings-check';
import type { Values } from '../template';
import { buildRequest } from './build-request';
import type { HttpCredentials } from './http.credentials';

/** An answer of more is not for a help desk to read. */
const MOST_BYTES = 2 * 1024 * 1024;
const SAID_CHARS = 300;

/** Asks whether our credentials are good. */
const PROBE: HttpOperationBody = {
  ...{ name: 'check', label: 'Check', description: 'Check', effect: 'read', method: 'GET', path: '/' },
  ...{ query: {}, headers: {}, body: null, arguments: {}, result: [], keyIn: null, find: null, card: null },
};

export class HttpSystem {
  /** As people know it: its host. */
  readonly name: string;
  private readonly base: string;
  private readonly own: { headers: Record<string, string>; query: Record<string, string> };

  constructor(
    private readonly credentials: HttpCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.base = deps.baseUrl ?? credentials.baseUrl;
    this.name = new URL(credentials.baseUrl).host;
    this.own = { headers: ownHeaders(credentials), query: ownQuery(credentials) };
  }

  /** Throws ConnectorError `auth` when the system does not take our credentials. */
  async prove(): Promise<void> {
    const path = this.credentials.checkPath;
    const response = await this.send(buildRequest(this.base, { ...PROBE, path: path ?? '/' }, {}, null, this.own));
    await response.body?.cancel();
    const refusal = this.refusal(response);
    if (!refusal) return;
    // Without a path of its own to try, a base address that has no page is as good as one that has.
    if (!path && ['not_found', 'rejected'].includes(refusal.code)) return;
    throw refusal;
  }

  async read(operation: HttpOperationBody, args: Values): Promise<unknown> {
    const response = await this.send(buildRequest(this.base, operation, args, null, this.own));
    const refusal = this.refusal(response);
    if (!refusal) return readBody(await text(this.name, response));
    throw refusal.code === 'rejected' ? this.said(refusal, await text(this.name, response)) : refusal;
  }

  async change(operation: HttpOperationBody, args: Values, write: Write): Promise<unknown> {
    const { url, init } = buildRequest(this.base, operation, args, write.key, this.own);
    const limited = { ...init, maxBytes: MOST_BYTES };
    const answer = await sendPlainChange(this.deps, this.name, url, limited, write, (body) => ({
      message: reasonIn(body) || undefined,
    }));
    return readBody(answer.text);
  }

  private send({ url, init }: { url: string; init: RequestInit }): Promise<Response> {
    const limited = { ...init, maxBytes: MOST_BYTES };
    return ask(this.deps, this.name, url, limited);
  }

  private refusal(response: Response): ConnectorError | null {
    const { status } = response;
    if (status >= 300 && status < 400)
      return new ConnectorError('rejected', `${this.name} sends us elsewhere; enter the address where it really is.`, {
        vendorCode: String(status),
      });
    const refusal = refusalOf(this.name, response, this.deps.now());
    if (refusal?.code !== 'auth') return refusal;
    const field = { none: 'How it knows us', basic: 'User name or password', bearer: 'Token' } as Record<
      string,
      string
    >;
    const { auth = 'none' } = this.credentials;
    return new ConnectorError('auth', `${this.name} refused our credentials: see "${field[auth] ?? 'Key'}".`, {
      vendorCode: String(status),
    });
  }

  private said(refusal: ConnectorError, body: string): ConnectorError {
    const reason = reasonIn(body);
    if (!reason) return refusal;
    const vendorCode = refusal.vendorCode ?? undefined;
    return new ConnectorError('rejected', `${this.name} rejected the request: ${reason}`, { vendorCode });
  }
}

async function text(name: string, response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    const tooLarge = (cause as { code?: unknown }).code === 'too_large';
    throw new ConnectorError(
      tooLarge ? 'rejected' : 'unavailable',
      tooLarge ? `${name} answered with more than ${MOST_BYTES} bytes.` : `${name} broke off its answer.`,
      { cause },
    );
  }
}

/** JSON where it is JSON; a text as it is; nothing for nothing. */
function readBody(body: string): unknown {
  if (body.trim() === '') return null;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

/** Why it said no, where bodies of refusals usually say it. */
function reasonIn(body: string): string {
  const said = fieldsIn(readBody(body));
  const error = said.error ?? said.errors;
  const first = Array.isArray(error) ? (error[0] as unknown) : error;
  const reason =
    textIn(said.detail) ||
    textIn(said.message) ||
    textIn(first) ||
    textIn(fieldsIn(first).message) ||
    textIn(said.title);
  return cut(reason, SAID_CHARS);
}

function ownHeaders({ auth, secret = '', userName = '', keyName, headers }: HttpCredentials): Record<string, string> {
  const own = headerLines(headers).headers;
  if (auth === 'bearer') own.authorization = `Bearer ${secret}`;
  if (auth === 'basic') own.authorization = `Basic ${Buffer.from(`${userName}:${secret}`).toString('base64')}`;
  if (auth === 'header' && keyName) own[keyName.toLowerCase()] = secret;
  return own;
}

function ownQuery({ auth, secret = '', keyName }: HttpCredentials): Record<string, string> {
  return auth === 'query' && keyName ? { [keyName]: secret } : {};
}
