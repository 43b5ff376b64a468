import { type ConnectorDeps, ConnectorError, type Write } from '@satchel/connectors';

/** The shop's JSON over HTTP; with `write`, a change that is never repeated. */
export class RetailClient {
  constructor(
    private readonly apiKey: string,
    private readonly deps: Pick<ConnectorDeps, 'fetch' | 'baseUrl'>,
  ) {}

  /** Null: there is none. */
  async read<T>(path: string): Promise<T | null> {
    return this.call<T>(path, {});
  }

  async change<T>(path: string, body: object, write: Write): Promise<T> {
    await write.beforeCommit();
    const told = await this.call<T>(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': write.key },
    });
    if (told === null) throw new ConnectorError('not_found', 'The shop knows no such order.');
    return told;
  }

  private async call<T>(path: string, init: RequestInit): Promise<T | null> {
    const writes = init.method === 'POST';
    let response: Response;
    try {
      response = await this.deps.fetch(`${this.deps.baseUrl ?? ''}${path}`, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${this.apiKey}` },
      });
    } catch (cause) {
      throw new ConnectorError(writes ? 'uncertain' : 'unavailable', 'The shop does not answer.', { cause });
    }
    if (response.ok) return (await response.json()) as T;
    if (response.status === 401) throw new ConnectorError('auth', 'The shop does not take this key.');
    if (response.status === 404) return null;
    if (response.status === 429) throw new ConnectorError('rate_limited', 'The shop asks us to slow down.');
    if (response.status === 422) {
      const { message } = (await response.json()) as { message: string };
      throw new ConnectorError('rejected', message);
    }
    throw new ConnectorError(writes ? 'uncertain' : 'unavailable', `The shop answered ${response.status}.`);
  }
}
