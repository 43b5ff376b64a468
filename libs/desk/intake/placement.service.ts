import { type InboundMessage, bareSubject, type TakenEnvelope } from '@satchel/connectors';
import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { ThreadQueries } from './thread.queries';

/** Where a message belongs. */
export interface Place {
  /** The ticket it continues. `moves`: from now on the ticket goes on where this was written. */
  join: { ticketId: string; moves: boolean } | null;
  /** A ticket that it may belong to: shown to a person, who decides. */
  maybe: { ticketId: string; number: number } | null;
  /** Why no program may answer it, beyond what the channel saw. */
  automated: string | null;
}

/** Which ticket a message continues: decided by what is proven, suggested by what is likely. */
@Injectable()
export class Placement {
  constructor(private readonly threads: ThreadQueries) {}

  async of(ctx: Ctx, envelope: TakenEnvelope, item: InboundMessage, customerId: string): Promise<Place> {
    const automated = envelope.meta['backfill'] === true ? 'imported from the past' : null;
    const found = await this.candidate(ctx, envelope, item);
    if (found?.joins) {
      // Somebody copied in may answer; the ticket stays with its customer all the same.
      const moves = found.customerId === customerId && item.automated === null;
      return { join: { ticketId: found.ticketId, moves }, maybe: null, automated };
    }
    const copy = await this.threads.copyOf(ctx, envelope.connectionId, item.externalId);
    if (copy) return { join: null, maybe: copy, automated: `a copy of the message on #${copy.number}` };
    const maybe = found ?? (await this.sameSubject(ctx, item, customerId));
    return { join: null, maybe: maybe && { ticketId: maybe.ticketId, number: maybe.number }, automated };
  }

  private async candidate(ctx: Ctx, envelope: TakenEnvelope, item: InboundMessage) {
    const { connectionId } = envelope;
    const from = item.from.address;
    const placed = {
      connectionId,
      from,
      sender: item.sender,
      signedTicketId: item.thread.ticketId,
      externalIds: item.thread.externalIds,
    };
    const named = await this.threads.byIds(ctx, placed);
    if (named?.joins || envelope.threads === 'ids') return named;
    return this.threads.byAddress(ctx, connectionId, from);
  }

  /** Never a reason to join: two people may ask the same, and so may one person twice. */
  private async sameSubject(ctx: Ctx, item: InboundMessage, customerId: string) {
    const subject = bareSubject(item.subject ?? '').toLowerCase();
    if (subject === '') return null;
    const alike = (await this.threads.recentOf(ctx, customerId)).filter(
      (it) => bareSubject(it.subject).toLowerCase() === subject,
    );
    return alike.length === 1 ? (alike[0] ?? null) : null;
  }
}
