import { Injectable } from '@nestjs/common';
import { ConnectionService, type LoyaltyAdapter, type LoyaltyMember } from '@satchel/connectors';
import { Clock, type Ctx, Log } from '@satchel/kernel';
import { within } from '../within';
import { Shared } from './shared';

/** A programme that does not answer by then costs its own line, not the whole answer. */
const PROGRAMME_LIMIT_MS = 6_000;
/** What a person did at the shop a minute ago is soon enough. */
const GOOD_FOR_MS = 60_000;

export interface KnownMember extends LoyaltyMember {
  connectionId: string;
}

export interface FoundMembers {
  members: KnownMember[];
  /** Connections that did not answer. */
  failed: { connectionId: string; label: string; error: unknown }[];
}

/** Who somebody is in the connected loyalty programmes. Asks outside systems: never call it inside a transaction. */
@Injectable()
export class Loyalty {
  private readonly answers: Shared<LoyaltyMember | null>;

  constructor(
    private readonly connections: ConnectionService,
    private readonly log: Log,
    clock: Clock,
  ) {
    this.answers = new Shared(GOOD_FOR_MS, () => clock.now());
  }

  /**
   * The members with exactly this mail address, of every connected programme; kept for a minute and asked for once however
   * many wait. `limitMs`: whoever waits on a screen may not have long; what comes later is kept for the next one.
   */
  async byEmail(ctx: Ctx, email: string, limitMs = PROGRAMME_LIMIT_MS): Promise<FoundMembers> {
    const found: FoundMembers = { members: [], failed: [] };
    const wanted = email.trim().toLowerCase();
    if (!wanted) return found;
    const programmes = await this.connections.byKind(ctx, 'loyalty');
    const answers = await Promise.allSettled(
      programmes.map(({ connection, adapter }) => within(limitMs, this.ask(ctx, connection.id, adapter, wanted))),
    );
    programmes.forEach(({ connection: { id: connectionId, label } }, place) => {
      const answer = answers[place];
      if (answer?.status === 'fulfilled') {
        if (answer.value) found.members.push({ ...answer.value, connectionId });
        return;
      }
      this.log.warn({ connectionId, err: answer?.reason as unknown }, 'a loyalty programme did not answer');
      found.failed.push({ connectionId, label, error: answer?.reason });
    });
    return found;
  }

  /** After a change of ours, or a hint that something changed there: the next one asks again. */
  forget(ctx: Ctx, of: { email: string } | { connectionId: string }): void {
    if ('email' in of) this.answers.forget(`${ctx.workspaceId} `, ` ${of.email.trim().toLowerCase()}`);
    else this.answers.forget(`${ctx.workspaceId} ${of.connectionId} `, '');
  }

  private ask(ctx: Ctx, id: string, adapter: LoyaltyAdapter, email: string): Promise<LoyaltyMember | null> {
    return this.answers.get(`${ctx.workspaceId} ${id} ${email}`, () => adapter.member(email));
  }
}
