import { ConnectorError, type BeforeCommit, type ConnectorDeps } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../loose';
import { sendOnce } from '../send-once';
import { USER_AGENT } from '../user-agent';
import { ask } from '../vendor-http';
import { twilioRefusal } from './twilio.errors';

export interface TwilioAccount {
  accountSid: string;
  authToken: string;
  secondaryAuthToken?: string;
  apiKeySid?: string;
  apiKeySecret?: string;
}

/** The parts of a Message resource that we look at. */
export interface TwilioMessage {
  sid: string;
  body: string;
  direction: string;
  numSegments: number | null;
  createdAt: Date | null;
}

const API = 'https://api.twilio.com';
const CONTENT = 'https://content.twilio.com';

/**
 * Twilio's REST API over the house's own HTTP. Its SDK is used for signatures only: the client would cost each process
 * 140 ms of loading, and could not tell a lost answer from a connection that was never made.
 */
export class TwilioClient {
  readonly root: string;
  readonly account: string;

  constructor(
    private readonly credentials: TwilioAccount,
    readonly deps: ConnectorDeps,
  ) {
    this.root = (deps.baseUrl ?? API).replace(/\/+$/, '');
    this.account = `${this.root}/2010-04-01/Accounts/${credentials.accountSid}`;
  }

  /** Auth tokens that may have signed a call; two while they are being rotated. */
  get tokens(): string[] {
    const { authToken, secondaryAuthToken } = this.credentials;
    return secondaryAuthToken ? [authToken, secondaryAuthToken] : [authToken];
  }

  get headers(): Record<string, string> {
    const { accountSid, authToken, apiKeySid, apiKeySecret } = this.credentials;
    const pair = apiKeySid && apiKeySecret ? `${apiKeySid}:${apiKeySecret}` : `${accountSid}:${authToken}`;
    return {
      authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
      accept: 'application/json',
      'user-agent': USER_AGENT,
    };
  }

  /** Throws ConnectorError `auth` when the credentials do not open the account, or it is closed. */
  async prove(): Promise<void> {
    const account = (await this.read(`${this.account}.json`)) as { status?: unknown };
    if (account.status === 'suspended' || account.status === 'closed') {
      throw new ConnectorError('auth', `The Twilio account is ${account.status}.`);
    }
  }

  /** Creates a message, once. `fields` may repeat a name (MediaUrl). */
  async create(fields: [string, string][], beforeCommit: BeforeCommit): Promise<TwilioMessage> {
    const init = {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    };
    const answer = await sendOnce(this.deps, 'Twilio', `${this.account}/Messages.json`, init, beforeCommit);
    const refusal = twilioRefusal(answer, this.deps.now());
    if (refusal) throw refusal;
    const message = messageOf(parsedJson(answer.text));
    if (!message) throw new ConnectorError('uncertain', 'Twilio took the message with an answer that we cannot read.');
    return message;
  }

  /** One page of the newest messages to somebody, and where the next page is. */
  async messagesTo(to: string, next: string | null): Promise<{ messages: TwilioMessage[]; next: string | null }> {
    const query = new URLSearchParams({ To: to, PageSize: '100' });
    const url = next ? pageUnder(this.root, next) : `${this.account}/Messages.json?${query.toString()}`;
    const page = fieldsIn(await this.read(url));
    const messages = listIn(page.messages).map(messageOf);
    return {
      messages: messages.filter((one) => one !== null),
      next: textIn(page.next_page_uri) || null,
    };
  }

  /** Content templates with their approvals at WhatsApp, a page at a time. */
  async contents(next: string | null): Promise<{ contents: unknown[]; next: string | null }> {
    const root = this.deps.baseUrl ? this.root : CONTENT;
    const url = next ? pageUnder(root, next) : `${root}/v1/ContentAndApprovals?PageSize=100`;
    const page = fieldsIn(await this.read(url));
    return { contents: listIn(page.contents), next: textIn(fieldsIn(page.meta).next_page_url) || null };
  }

  async delete(url: string): Promise<void> {
    const response = await ask(this.deps, 'Twilio', url, { method: 'DELETE', headers: this.headers });
    await response.body?.cancel();
  }

  private async read(url: string): Promise<object> {
    const response = await ask(this.deps, 'Twilio', url, { headers: this.headers });
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    const refusal = twilioRefusal(answer, this.deps.now());
    if (refusal) throw refusal;
    const body = parsedJson(answer.text);
    if (typeof body !== 'object' || body === null) {
      throw new ConnectorError('unavailable', 'Twilio sent an answer that we cannot read');
    }
    return body;
  }
}

/** A next page as Twilio names it, by path or in full, at the host that was asked and no other. */
function pageUnder(root: string, next: string): string {
  const { pathname, search } = new URL(next, root);
  const base = new URL(root);
  const prefix = base.pathname.replace(/\/$/, '');
  return `${base.origin}${pathname.startsWith(`${prefix}/`) ? '' : prefix}${pathname}${search}`;
}

function messageOf(raw: unknown): TwilioMessage | null {
  const it = fieldsIn(raw);
  const sid = textIn(it.sid);
  if (sid === '') return null;
  const createdAt = new Date(textIn(it.date_created));
  return {
    sid,
    body: textIn(it.body),
    direction: textIn(it.direction),
    numSegments: Number(it.num_segments) || null,
    createdAt: Number.isNaN(createdAt.getTime()) ? null : createdAt,
  };
}
