import {
  ConnectionEntity,
  ConnectionService,
  ConnectorsModule,
  InboundEnvelopeEntity,
  MailLedgerEntity,
  ReconciliationService,
} from '@satchel/connectors';
import type { ConnectionBody } from '@satchel/contracts';
import { IdentityModule, identityEntities, WorkspaceService } from '@satchel/identity';
import { type Config, type Ctx, Database, KernelModule, Log, NestLog, SYSTEM } from '@satchel/kernel';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CliError } from '../start/cli-error';
import { withDatabase } from './with-database';

@Module({})
class ConnectionsRoom {}

export interface Channel {
  ctx: Ctx;
  workspace: string;
  connection: ConnectionBody;
}

export interface Connections {
  /** Of every workspace; by id, label or address, in any case of letters. */
  channels(named: string | undefined): Promise<Channel[]>;
  reconciliation: ReconciliationService;
}

/** Runs a command with the connections at hand, and nothing else: no listener, no door, no job. */
export async function withConnections<T>(work: (connections: Connections) => Promise<T>): Promise<T> {
  return withDatabase(async (given) => {
    const config: Config = given.with({ role: 'api' });
    const entities = [...identityEntities, ConnectionEntity, InboundEnvelopeEntity, MailLedgerEntity];
    const kernel = KernelModule.forRoot({ entities, config, runJobs: false, everyJobHandled: false });
    const module = { module: ConnectionsRoom, imports: [kernel, IdentityModule, ConnectorsModule] };
    const app = await NestFactory.createApplicationContext(module, {
      logger: new NestLog(new Log(config.with({ logLevel: 'warn' }))),
      abortOnError: false,
    });
    try {
      const database = app.get(Database);
      const rooms = { workspaces: app.get(WorkspaceService), connections: app.get(ConnectionService), database };
      return await work({
        channels: (named) => findChannels(rooms, named),
        reconciliation: app.get(ReconciliationService),
      });
    } finally {
      await app.close();
    }
  });
}

async function findChannels(
  rooms: { workspaces: WorkspaceService; connections: ConnectionService; database: Database },
  named: string | undefined,
): Promise<Channel[]> {
  const found: Channel[] = [];
  for (const { id, slug } of await rooms.workspaces.list(rooms.database.system())) {
    const ctx = rooms.database.ctx(id, SYSTEM);
    for (const connection of await rooms.connections.list(ctx, 'channel')) {
      const names = [connection.id, connection.label, connection.address].map((it) => it?.toLowerCase());
      if (named === undefined || names.includes(named.toLowerCase())) found.push({ ctx, workspace: slug, connection });
    }
  }
  if (named !== undefined && found.length === 0)
    throw new CliError(`There is no channel called "${named}": give its id, its label or its address.`);
  return found;
}
