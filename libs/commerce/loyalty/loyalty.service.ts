import { Injectable } from '@nestjs/common';
import { ConnectionService, type LoyaltyMember } from '@satchel/connectors';
import type { Ctx } from '@satchel/kernel';
import { Answers } from '../context/answers';

/** A programme that does not answer by then costs its own line, not the whole answer. */
const PROGRAMME_LIMIT_MS = 6_000;

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
  constructor(
    private readonly connections: ConnectionService,
    private readonly answers: Answers,
  ) {}

  /**
   * The members with exactly this mail address, of every connected programme; kept for a minute and asked for once however
   * many wait. `limitMs`: whoever waits on a screen may not have long; what comes later is kept for the next one.
   */
  async byEmail(ctx: Ctx, email: string, limitMs = PROGRAMME_LIMIT_MS): Promise<FoundMembers> {
    const found: FoundMembers = { members: [], failed: [] };
    const wanted = email.trim().toLowerCase();
    if (!wanted) return found;
    const programmes = await this.connections.byKind(ctx, 'loyalty');
    await Promise.all(
      programmes.map(async ({ connection: { id: connectionId, label }, adapter }) => {
        const question = `greeted:${wanted}`;
        const { state, value, error } = await this.answers.ask(ctx, connectionId, question, { limitMs }, () =>
          adapter.member(wanted),
        );
        if (state !== 'live') found.failed.push({ connectionId, label, error });
        else if (value) found.members.push({ ...value, connectionId });
      }),
    );
    return found;
  }
}
