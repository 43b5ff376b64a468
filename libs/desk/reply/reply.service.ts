import type { AuthorKind, MessageBody } from '@satchel/contracts';
import { Channels } from '@satchel/connectors';
import { Clock, type Ctx, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { AttachmentQueries, type AttachmentRow } from '../attachment/attachment.queries';
import { FileScanner } from '../attachment/scan/file-scanner.service';
import { DestinationService, type Route, type Routed, type RouteRefusal } from '../destination/destination.service';
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
  /** An acknowledgement that answers nothing: marked as one more strictly. */
  notice?: boolean;
  /** Instead of the ticket's, which its customer wrote. */
  subject?: string;
  /** Another way to the same customer than the ticket's own. */
  to?: Route;
  /**
   * Says by another way (`to`) what was said already and may not have been seen. It answers nothing, so whose turn it is
   * stays; and it may go to an address that the customer only claimed, as it tells nobody anything but our own words.
   */
  continues?: boolean;
  /** Written some time ago: a draft that its writer has by now is another answer. */
  waited?: boolean;
  cc?: string[];
  /** An approved message instead of free words; `text` is then ignored and filled from it. */
  template?: { id: string; language: string; params: string[] };
  /** Answers offered as buttons. */
  choices?: string[];
}

export type ReplyResult =
  | { ok: true; message: MessageBody }
  | {
      ok: false;
      code:
        | 'not_found'
        | 'stale_ticket'
        | 'closed'
        | 'bad_attachment'
        | 'blocked_attachment'
        | 'unscanned_attachment'
        | 'client_id_taken'
        | 'unknown_template'
        | RouteRefusal;
      message: string;
    };

const REFUSALS = {
  not_found: 'This ticket does not exist in your workspace.',
  stale_ticket: 'Something new was said on this ticket since you last looked. Read it, then send again.',
  closed: 'This ticket is closed. Reopen it to write to the customer.',
  client_id_taken: 'This client id was used on another ticket. Give every message an id of its own.',
  unknown_template: 'This template is not approved for this connection, or its blanks are not all filled.',
  bad_attachment: 'An attachment is unknown, used already, or was uploaded by somebody else. Upload it again.',
} as const;

/** The one way anything is said on a ticket from our side: people, the AI and the API all end here. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly appends: MessageAppendQueries,
    private readonly messages: MessageQueries,
    private readonly attachments: AttachmentQueries,
    private readonly scanner: FileScanner,
    private readonly destinations: DestinationService,
    private readonly channels: Channels,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Whether it could be said now, with the words it would have; nothing is written. `said`: it was, under this client id. */
  async check(
    ctx: Ctx,
    given: NewReply,
  ): Promise<{ ok: true; text: string; said: MessageBody | null } | Exclude<ReplyResult, { ok: true }>> {
    const said = await this.twin(ctx, given);
    if (said) return { ok: true, text: said.text, said };
    const routed = await this.routed(ctx, given);
    if (!routed.ok) return routed;
    const reply = given.template && routed.route ? await this.filled(ctx, given, routed.route.connectionId) : given;
    if (!reply) return { ok: false, code: 'unknown_template', message: REFUSALS.unknown_template };
    const files = given.attachmentIds ?? [];
    try {
      if (files.length > 0) this.checkFiles(await this.attachments.free(ctx, files));
    } catch (error) {
      if (error instanceof AttachmentRefused) return { ok: false, code: error.code, message: error.message };
      throw error;
    }
    return { ok: true, text: reply.text, said: null };
  }

  async reply(ctx: Ctx, given: NewReply): Promise<ReplyResult> {
    const routed = await this.routed(ctx, given);
    if (!routed.ok) {
      // Said already: what stands in the way now did not then.
      const said = await this.twin(ctx, given);
      return said ? { ok: true, message: said } : routed;
    }
    const reply = given.template && routed.route ? await this.filled(ctx, given, routed.route.connectionId) : given;
    if (!reply) return { ok: false, code: 'unknown_template', message: REFUSALS.unknown_template };
    return this.say(ctx, reply, { direction: 'outbound', kind: 'reply', ...(routed.route && { route: routed.route }) });
  }

  private routed(ctx: Ctx, given: NewReply): Promise<Routed> {
    const cargo = {
      text: given.text,
      files: given.attachmentIds?.length ?? 0,
      cc: given.cc ?? [],
      choices: given.choices ?? [],
      template: given.template !== undefined,
    };
    return this.destinations.route(ctx, given.ticketId, given.to ?? null, cargo, given.continues);
  }

  /** For colleagues only; never leaves the house and never changes whose turn it is. */
  note(ctx: Ctx, note: NewReply): Promise<ReplyResult> {
    return this.say(ctx, note, { direction: 'internal', kind: 'note' });
  }

  private async say(
    ctx: Ctx,
    reply: NewReply,
    how: Pick<NewMessage, 'direction' | 'kind' | 'route'>,
  ): Promise<ReplyResult> {
    const message: NewMessage = {
      ...how,
      id: this.ids.next(),
      author: reply.author,
      text: reply.text,
      clientId: reply.clientId ?? null,
      automated: reply.automated ?? false,
      meta: metaOf(reply),
      createdAt: this.clock.now(),
    };
    const files = reply.attachmentIds ?? [];
    try {
      if (files.length > 0) return await ctx.transaction((tx) => this.store(tx, reply, message, files));
      return await this.store(ctx, reply, message, files);
    } catch (error) {
      if (error instanceof AttachmentRefused) return { ok: false, code: error.code, message: error.message };
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
    if (files.length > 0) this.checkFiles(await this.attachments.attach(ctx, message.id, files));
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
        ...(reply.choices?.length && { choices: reply.choices }),
        createdAt: message.createdAt.toISOString(),
      },
    };
  }

  private checkFiles(files: AttachmentRow[] | null): void {
    if (!files) throw new AttachmentRefused('bad_attachment', REFUSALS.bad_attachment);
    for (const { filename, blocked, unscanned } of files) {
      const name = `"${filename}"`;
      if (blocked !== null)
        throw new AttachmentRefused('blocked_attachment', `${name} is blocked: it contains ${blocked}. Take it out.`);
      if (unscanned && this.scanner.required)
        throw new AttachmentRefused('unscanned_attachment', `${name} was not scanned for viruses yet. Send it later.`);
    }
  }

  /** The template's words with its blanks filled, as the customer will read them. */
  private async filled(ctx: Ctx, reply: NewReply, connectionId: string): Promise<NewReply | null> {
    const { template } = reply;
    const found = (await this.channels.templatesOf(ctx, connectionId)).find(
      (it) => it.id === template?.id && it.language === template.language,
    );
    if (!template || !found || template.params.length !== found.params) return null;
    const text = found.body.replace(/\{\{(\d+)\}\}/g, (_, n: string) => template.params[Number(n) - 1] ?? '');
    return { ...reply, text };
  }

  private async twin(ctx: Ctx, reply: NewReply): Promise<MessageBody | null> {
    const stored = reply.clientId ? await this.messages.byClientId(ctx, reply.clientId) : null;
    return stored?.ticketId === reply.ticketId ? stored : null;
  }
}

/** What the delivery needs beside the words; read back by `delivery.queries`. */
function metaOf({ cc, template, choices, notice, subject, continues, waited }: NewReply): Record<string, unknown> {
  return {
    ...(cc?.length && { cc }),
    ...(template && { template }),
    ...(choices?.length && { choices }),
    ...(notice && { notice: true }),
    ...(subject && { subject }),
    ...(continues && { continues: true }),
    ...(waited && { waited: true }),
  };
}

/** Two requests with one client id at the same moment: the unique index let one through. */
function isClientIdTaken(error: unknown): boolean {
  return error instanceof Error && (error as { constraint?: string }).constraint === 'message_client';
}

/** Rolls the reply back: it must not go out without the files its writer meant. */
class AttachmentRefused extends Error {
  constructor(
    readonly code: 'bad_attachment' | 'blocked_attachment' | 'unscanned_attachment',
    message: string,
  ) {
    super(message);
  }
}
