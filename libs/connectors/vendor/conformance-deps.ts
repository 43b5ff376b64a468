import type { AdapterOf, Connector, ConnectorDeps, ConnectorKind } from '../port';

/** What a conformance suite needs to know of a vendor's running twin. */
export interface VendorTwin<K extends ConnectorKind> {
  connector: Connector<K>;
  good: object;
  wrong: object;
  baseUrl: string;
  /** Breaks the twin until `none`. */
  fault(mode: 'down' | '429' | '500' | 'none'): Promise<void>;
  /** Puts a word that nobody knows in the place of a status, in the body of an answer. */
  strangely(body: string): string;
  stop(): Promise<void>;
}

export interface Connected<K extends ConnectorKind> {
  adapter: AdapterOf[K];
  warnings: object[];
}

/** An adapter over the wire to its twin, with what it told the log. */
export function connected<K extends ConnectorKind>(
  twin: VendorTwin<K>,
  credentials: object = twin.good,
  rewrite: (body: string) => string = (body) => body,
): Connected<K> {
  const warnings: object[] = [];
  const deps: ConnectorDeps = {
    fetch: async (url, init) => {
      const answer = await fetch(url, init);
      const body = rewrite(await answer.text());
      // An answer without content may not have even an empty one.
      return new Response(answer.status === 204 ? null : body, { status: answer.status, headers: headersOf(answer) });
    },
    log: { debug: () => undefined, info: () => undefined, warn: (fields) => void warnings.push(fields) },
    now: () => new Date(),
    sign: () => '',
    baseUrl: twin.baseUrl,
    address: null,
    hookUrl: 'https://desk.fernhill.example/hooks/1',
    keep: async () => undefined,
  };
  return { adapter: twin.connector.connect(credentials, deps), warnings };
}

/** The body was read and is plain by now. */
function headersOf(answer: Response): Headers {
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return headers;
}

/** The error of a call that must fail; all that a log would print of it is in `text`. */
export async function failureOf(call: () => Promise<unknown>): Promise<{ error: unknown; text: string }> {
  const error: unknown = await call().then(
    () => new Error('it should have failed'),
    (reason: unknown) => reason,
  );
  return { error, text: printed(error) };
}

function printed(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${JSON.stringify(error, Object.getOwnPropertyNames(error))} ${error.cause ? printed(error.cause) : ''}`;
}
