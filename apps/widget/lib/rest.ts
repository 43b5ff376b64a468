import type {
  WidgetConfigBody,
  WidgetMessagesBody,
  WidgetSendRequest,
  WidgetSentBody,
  WidgetSessionBody,
  WidgetSessionRequest,
} from '@satchel/contracts';

const TIMEOUT_MS = 20_000;

/** The desk answered, and said no. Anything else that is thrown is a line that does not hold. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }

  /** The session is unknown or was ended. */
  get isSessionGone(): boolean {
    return this.status === 401 || this.code === 'unknown_session';
  }

  /** The same again may well succeed later. */
  get isPassing(): boolean {
    return this.status === 408 || this.status === 425 || this.status === 429 || this.status >= 500;
  }
}

/** The problem document (RFC 9457) of a refused request. */
export function refusalOf(status: number, text: string, retryAfter: string | null): Refusal {
  let body: { code?: unknown; detail?: unknown } = {};
  try {
    body = JSON.parse(text) as typeof body;
  } catch {
    // A proxy's page.
  }
  const seconds = Number(retryAfter);
  const detail = typeof body?.detail === 'string' ? body.detail : '';
  const code = typeof body?.code === 'string' ? body.code : String(status);
  return new Refusal(status, code, detail, seconds > 0 ? seconds * 1000 : null);
}

/** The desk's REST side for one connection. Cookies never travel: the session's token is all. */
export class Rest {
  readonly base: string;

  constructor(origin: string, key: string) {
    this.base = `${origin}/api/widget/${encodeURIComponent(key)}`;
  }

  config(): Promise<WidgetConfigBody> {
    return this.call('GET', '/config', null);
  }

  session(body: WidgetSessionRequest): Promise<WidgetSessionBody> {
    return this.call('POST', '/session', null, body);
  }

  messages(token: string, after: string | null): Promise<WidgetMessagesBody> {
    return this.call('GET', `/messages${after === null ? '' : `?after=${encodeURIComponent(after)}`}`, token);
  }

  send(token: string, body: WidgetSendRequest): Promise<WidgetSentBody> {
    return this.call('POST', '/messages', token, body);
  }

  /** The page may be on its way out, so the request outlives it. */
  async end(token: string): Promise<void> {
    await fetch(`${this.base}/session`, { ...settings('DELETE', token), keepalive: true }).catch(() => undefined);
  }

  private async call<T>(method: string, path: string, token: string | null, body?: unknown): Promise<T> {
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), TIMEOUT_MS);
    try {
      const answer = await fetch(this.base + path, { ...settings(method, token, body), signal: timeout.signal });
      const text = await answer.text();
      if (!answer.ok) throw refusalOf(answer.status, text, answer.headers.get('retry-after'));
      return JSON.parse(text) as T;
    } finally {
      clearTimeout(timer);
    }
  }
}

function settings(method: string, token: string | null, body?: unknown): RequestInit {
  const headers: Record<string, string> = {};
  if (token) headers['authorization'] = `Bearer ${token}`;
  if (body !== undefined) headers['content-type'] = 'application/json';
  return { method, headers, credentials: 'omit', body: body === undefined ? undefined : JSON.stringify(body) };
}
