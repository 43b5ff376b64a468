import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CustomOperationBody, OperationTrialBody, TryOperationRequest } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Adapters } from '../connection/adapters.service';
import { unknownConnection, unknownConnector, wrongKind } from '../connection/connection.errors';
import { ConnectionQueries, type ConnectionRow } from '../connection/connection.queries';
import { parseCredentials } from '../connection/credentials';
import { type Connector, ConnectorError, type CustomAdapter, type CustomResult, type OfferedOperation } from '../port';
import { findConnector } from '../registry';
import { Cover } from './cover';
import { needsConfirm, systemRefused, unknownOperation } from './custom-api.errors';
import { recordingFetch } from './recording-fetch';

/** What systems of the merchant's own can do, for the person who describes and tries it. */
@Injectable()
export class CustomOperations {
  constructor(
    private readonly queries: ConnectionQueries,
    private readonly adapters: Adapters,
  ) {}

  async list(ctx: Ctx, connectionId: string): Promise<CustomOperationBody[]> {
    const adapter = this.adapters.of(await this.row(ctx, connectionId)) as CustomAdapter;
    return (await answered(() => offeredBy(adapter))).map(({ operation, allowed, destructive, definition }) => {
      const { name, label, description, effect, arguments: schema, card } = operation;
      return { name, label, description, effect, arguments: schema, card, allowed, destructive, definition };
    });
  }

  /** Does it for real, and shows what left and what came back. A connection that is switched off can be tried too. */
  async try(ctx: Ctx, connectionId: string, name: string, input: TryOperationRequest): Promise<OperationTrialBody> {
    const row = await this.row(ctx, connectionId);
    const connector = findConnector(row.connectorId) as Connector<'custom'> | null;
    if (!connector) throw unknownConnector(row.connectorId);
    const stored = this.adapters.credentialsOf(row);
    const cover = new Cover(connector, stored);
    const deps = this.adapters.deps(row);
    const { fetch, recorded } = recordingFetch(deps.fetch, cover);
    const adapter = connector.connect(parseCredentials(connector, stored), { ...deps, fetch });
    const known = await answered(() => adapter.operations());
    const operation = known.find((one) => one.name === name);
    if (!operation) throw unknownOperation(name);
    if (operation.effect === 'write' && input.confirm !== true) throw needsConfirm(name);
    const args = input.arguments ?? {};
    const started = performance.now();
    const outcome = await tried(() =>
      operation.effect === 'read'
        ? adapter.read(name, args)
        : adapter.write.perform({ name, args }, { key: randomUUID(), beforeCommit: async () => undefined }),
    );
    if (outcome instanceof ConnectorError && !recorded.request) throw systemRefused(outcome);
    const failed = outcome instanceof ConnectorError;
    return {
      ...recorded,
      fields: failed ? [] : cover.json(outcome.fields),
      raw: failed ? null : cover.json(outcome.raw),
      ms: Math.round(performance.now() - started),
      error: failed ? cover.text(outcome.message) : null,
    };
  }

  private async row(ctx: Ctx, id: string): Promise<ConnectionRow> {
    const row = await this.queries.row(ctx, id);
    if (!row) throw unknownConnection();
    if (row.kind !== 'custom') throw wrongKind('system of your own');
    return row;
  }
}

async function offeredBy(adapter: CustomAdapter): Promise<OfferedOperation[]> {
  if (adapter.offered) return adapter.offered();
  const operations = await adapter.operations();
  return operations.map((operation) => ({ operation, allowed: true, destructive: false, definition: null }));
}

async function answered<T>(ask: () => Promise<T>): Promise<T> {
  const outcome = await tried(ask);
  if (outcome instanceof ConnectorError) throw systemRefused(outcome);
  return outcome;
}

async function tried<T = CustomResult>(work: () => Promise<T>): Promise<T | ConnectorError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
}
