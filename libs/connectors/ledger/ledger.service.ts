import { Injectable } from '@nestjs/common';
import { Clock, type Ctx, Database, SYSTEM } from '@satchel/kernel';
import { Doorway } from '../doorway/doorway.service';
import type { InboundSink, RawInbound, SourceItem } from '../port';
import { LedgerQueries } from './ledger.queries';

type Owner = { id: string; workspaceId: string };

/** The way into the house for what is pulled from a source: each message is written down before and after. */
@Injectable()
export class Ledger {
  constructor(
    private readonly database: Database,
    private readonly queries: LedgerQueries,
    private readonly doorway: Doorway,
    private readonly clock: Clock,
  ) {}

  sink(connection: Owner): Required<Pick<InboundSink, 'announce' | 'push'>> {
    const ctx = this.database.ctx(connection.workspaceId, SYSTEM);
    return {
      announce: (found: SourceItem[]) => this.queries.announce(ctx, connection.id, found, this.clock.now()),
      push: (inbound: RawInbound) => this.push(ctx, connection, inbound),
    };
  }

  private async push(ctx: Ctx, connection: Owner, inbound: RawInbound): Promise<'stored' | 'duplicate'> {
    try {
      // A context of its own for each: they share nothing but the connection.
      return await this.doorway.accept(this.database.ctx(connection.workspaceId, SYSTEM), connection, inbound);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (inbound.source) {
        // When the database itself is away, the error of the message is the one that counts.
        await this.queries.failed(ctx, connection.id, inbound.source, reason, this.clock.now()).catch(() => undefined);
      }
      throw error;
    }
  }
}
