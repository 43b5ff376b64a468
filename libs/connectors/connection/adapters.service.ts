import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, HttpClient, Log, Secrets, SYSTEM } from '@satchel/kernel';
import type { AdapterOf, ConnectorDeps, ConnectorKind } from '../port';
import { findConnector } from '../registry';
import { ConnectionQueries, type ConnectionRow } from './connection.queries';
import { unknownConnector } from './connection.errors';
import { parseCredentials } from './credentials';

type Adapter = AdapterOf[ConnectorKind];
/** `workspaceId` is not there yet while settings are only tried. */
type Settings = Pick<ConnectionRow, 'id' | 'connectorId' | 'address' | 'baseUrl'> & { workspaceId?: string };

/** Living adapters, one per connection, made anew when its settings change. */
@Injectable()
export class Adapters {
  private readonly made = new Map<string, { version: string; adapter: Adapter }>();

  constructor(
    private readonly secrets: Secrets,
    private readonly http: HttpClient,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly config: Config,
    private readonly database: Database,
    private readonly queries: ConnectionQueries,
  ) {}

  hookUrl(id: string): string {
    return `${this.config.publicUrl}/hooks/${id}`;
  }

  of(row: ConnectionRow): Adapter {
    const known = this.made.get(row.id);
    if (known?.version === row.version) return known.adapter;
    const adapter = this.build(row, this.credentialsOf(row));
    this.made.set(row.id, { version: row.version, adapter });
    return adapter;
  }

  /** What is stored; never to be shown. */
  credentialsOf({ secret }: Pick<ConnectionRow, 'secret'>): Record<string, unknown> {
    return JSON.parse(this.secrets.open(secret).toString('utf8')) as Record<string, unknown>;
  }

  /** Checks the settings and makes an adapter of them without keeping it. `keep`: who takes changed credentials. */
  build(row: Settings, credentials: Record<string, unknown>, keep?: ConnectorDeps['keep']): Adapter {
    const connector = findConnector(row.connectorId);
    if (!connector) throw unknownConnector(row.connectorId);
    const deps = this.deps(row);
    return connector.connect(parseCredentials(connector, credentials), keep ? { ...deps, keep } : deps);
  }

  forget(id: string): void {
    this.made.delete(id);
  }

  deps(row: Settings): ConnectorDeps {
    const ownHost = row.baseUrl ? new URL(row.baseUrl).origin : null;
    return {
      // Only whoever runs this installation sets a base URL, so its host alone may be a private one.
      fetch: (url, init) => this.http.fetch(url, { ...init, allowPrivate: new URL(url).origin === ownHost }),
      log: this.log.child({ connectionId: row.id, connector: row.connectorId }),
      now: () => this.clock.now(),
      sign: (purpose, text) => this.secrets.sign(purpose, text),
      baseUrl: row.baseUrl,
      address: row.address,
      hookUrl: this.hookUrl(row.id),
      keep: (changes) => this.keep(row, changes),
    };
  }

  private async keep({ id, workspaceId }: Settings, changes: Record<string, unknown>): Promise<void> {
    if (!workspaceId) return;
    await this.queries.saveSecret(this.database.ctx(workspaceId, SYSTEM), id, (secret) => {
      return this.secrets.seal(JSON.stringify({ ...this.credentialsOf({ secret }), ...changes }));
    });
  }
}
