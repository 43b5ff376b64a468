import type { AuthorKind, MessageBody } from '@satchel/contracts';
import { Clock, type Ctx, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AttachmentQueries } from '../attachment/attachment.queries';
import { MessageAppendQueries } from '../message/message-append.queries';
import type { NewMessage } from '../message/message-row';
import { MessageQueries } from '../message/message.queries';

export interface NewReply {
  ticketId: string;
  text: string;
  author: { kind: Exclude<AuthorKind, 'customer'>; id: string | null; name: string };
  attachmentIds?: string[];
  /** The writer's own id for this reply: the same one again answers the stored message and sends nothing. */
  clientId?: string;
  /** Refuses with `stale_ticket` when something newer was said than this message. */
  lastSeenMessageId?: string;
  /** Written by a program: marked so on the wire (RFC 3834). */
  automated?: boolean;
}

export type ReplyResult =
  | { ok: true; message: MessageBody }
  | {
      ok: false;
      code: 'not_found' | 'stale_ticket' | 'closed' | 'bad_attachment' | 'client_id_taken';
      message: string;
    };

const REFUSALS = {
  not_found: 'This ticket does not exist in your workspace.',
  stale_ticket: 'Something new was said on this ticket since you last looked. Read it, then send again.',
  closed: 'This ticket is closed. Reopen it to write to the customer.',
  client_id_taken: 'This client id was used on another ticket. Give every message an id of its own.',
  bad_attachment: 'An attachment is unknown, used already, or was uploaded by somebody else. Upload it again.',
} as const;

/** The one way anything is said on a ticket from our side: people, the AI and the API all end here. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly appends: MessageAppendQueries,
    private readonly messages: MessageQueries,
    private readonly attachments: AttachmentQueries,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  reply(ctx: Ctx, reply: NewReply): Promise<ReplyResult> {
    return this.say(ctx, reply, { direction: 'outbound', kind: 'reply' });
  }

  /** For colleagues only; never leaves the house and never changes whose turn it is. */
  note(ctx: Ctx, note: NewReply): Promise<ReplyResult> {
    return this.say(ctx, note, { direction: 'internal', kind: 'note' });
  }

  private async say(ctx: Ctx, reply: NewReply, how: Pick<NewMessage, 'direction' | 'kind'>): Promise<ReplyResult> {
    const message: NewMessage = {
      ...how,
      id: this.ids.next(),
      author: reply.author,
      text: reply.text,
      clientId: reply.clientId ?? null,
      automated: reply.automated ?? false,
      createdAt: this.clock.now(),
    };
    const files = reply.attachmentIds ?? [];
    try {
      if (files.length > 0) return await ctx.transaction((tx) => this.store(tx, reply, message, files));
      return await this.store(ctx, reply, message, files);
    } catch (error) {
      if (error instanceof AttachmentRefused)
        return { ok: false, code: 'bad_attachment', message: REFUSALS.bad_attachment };
      if (!isClientIdTaken(error) || ctx.inTransaction) throw error;
      const twin = await this.twin(ctx, reply);
      return twin
        ? { ok: true, message: twin }
        : { ok: false, code: 'client_id_taken', message: REFUSALS.client_id_taken };
    }
  }

  private async store(ctx: Ctx, reply: NewReply, message: NewMessage, files: string[]): Promise<ReplyResult> {
    const appended = await this.appends.append(ctx, reply.ticketId, message, reply.lastSeenMessageId ?? null);
    if (!appended.ok) {
      const stored = appended.code === 'duplicate' ? await this.twin(ctx, reply) : null;
      if (stored) return { ok: true, message: stored };
      const code = appended.code === 'duplicate' ? 'client_id_taken' : appended.code;
      return { ok: false, code, message: REFUSALS[code] };
    }
    if (files.length > 0 && !(await this.attachments.attach(ctx, message.id, files))) {
      throw new AttachmentRefused();
    }
    const attachments = files.length > 0 ? await this.attachments.ofMessage(ctx, message.id) : [];
    return {
      ok: true,
      message: {
        id: message.id,
        ticketId: reply.ticketId,
        direction: message.direction,
        kind: message.kind,
        author: reply.author,
        text: message.text,
        attachments,
        deliveryStatus: appended.deliveryStatus,
        deliveryError: null,
        clientId: message.clientId ?? null,
        createdAt: message.createdAt.toISOString(),
      },
    };
  }

  private async twin(ctx: Ctx, reply: NewReply): Promise<MessageBody | null> {
    const stored = reply.clientId ? await this.messages.byClientId(ctx, reply.clientId) : null;
    return stored?.ticketId === reply.ticketId ? stored : null;
  }
}

/** Two requests with one client id at the same moment: the unique index let one through. */
function isClientIdTaken(error: unknown): boolean {
  return error instanceof Error && (error as { constraint?: string }).constraint === 'message_client';
}

/** Rolls the reply back: it must not go out without the files its writer meant. */
class AttachmentRefused extends Error {}
