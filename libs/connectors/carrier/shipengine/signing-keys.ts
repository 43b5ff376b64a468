import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { ConnectorDeps } from '../../port';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import { ask, readJson } from '../../vendor/vendor-http';

const KEEP_MS = 3600_000;
/** Whoever sends made-up names of keys must not make us ask each time. */
const ASK_AGAIN_MS = 60_000;

/** The public keys that a vendor signs with (RFC 7517). */
export class SigningKeys {
  private keys = new Map<string, KeyObject>();
  private readAt = -Infinity;

  constructor(
    private readonly url: string,
    private readonly deps: ConnectorDeps,
  ) {}

  /** Undefined: there is none of that name. Throws when they cannot be read. */
  async byId(id: string): Promise<KeyObject | undefined> {
    const age = this.deps.now().getTime() - this.readAt;
    if (age > KEEP_MS || (!this.keys.has(id) && age > ASK_AGAIN_MS)) await this.read();
    return this.keys.get(id);
  }

  private async read(): Promise<void> {
    const response = await ask(this.deps, 'ShipEngine', this.url, { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const { keys } = fieldsIn(await readJson('ShipEngine', response));
    const read = new Map<string, KeyObject>();
    for (const key of listIn(keys).map(fieldsIn)) {
      if (key.kty === 'RSA' && textIn(key.kid))
        read.set(textIn(key.kid), createPublicKey({ key: key as JsonWebKey, format: 'jwk' }));
    }
    this.keys = read;
    this.readAt = this.deps.now().getTime();
  }
}
