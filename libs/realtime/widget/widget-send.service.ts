import { Doorway } from '@satchel/connectors';
import type { WidgetFileBody, WidgetSendRequest, WidgetSentBody } from '@satchel/contracts';
import { AttachmentService } from '@satchel/desk';
import { AppError, Clock } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { FileLinks } from './file-links';
import type { AtDoor } from './widget-door.guard';
import { WidgetRateLimits } from './rate-limits';
import { WidgetMessageQueries } from './widget-message.queries';
import { type SessionRow, WidgetSessionQueries } from './widget-session.queries';
import { WidgetSessions } from './widget-sessions.service';

/** What a visitor brings in: messages, raw first like everything that comes from outside, and the files they name. */
@Injectable()
export class WidgetSend {
  constructor(
    private readonly doorway: Doorway,
    private readonly attachments: AttachmentService,
    private readonly queries: WidgetMessageQueries,
    private readonly sessionRows: WidgetSessionQueries,
    private readonly sessions: WidgetSessions,
    private readonly limits: WidgetRateLimits,
    private readonly links: FileLinks,
    private readonly clock: Clock,
  ) {}

  /** Returns once the message is stored. The same client id again is the same message, whatever else it says. */
  async send(door: AtDoor, session: SessionRow, request: WidgetSendRequest): Promise<WidgetSentBody> {
    this.limits.take([
      ['messagesOfSession', session.id],
      ['messagesOfIp', door.ip],
      ['messagesOfWorkspace', door.ctx.workspaceId],
    ]);
    const { ctx, connectionId } = door;
    const { clientId } = request;
    const externalId = `${session.visitorId}:${clientId}`;
    if (await this.queries.isTaken(ctx, connectionId, externalId)) return { clientId, accepted: true };

    const { text, files } = this.checked(door, request);
    if (files.length > 0) await this.checkFiles(door, session, files);
    const visitor = await this.learn(door, session, request);
    const now = this.clock.now();
    const raw = Buffer.from(
      JSON.stringify({
        clientId,
        visitorId: session.visitorId,
        text,
        files,
        visitor,
        page: request.page ?? null,
        at: now.toISOString(),
      }),
    );
    await this.doorway.accept(ctx, { id: connectionId, workspaceId: ctx.workspaceId }, { externalId, raw, meta: {} });
    return { clientId, accepted: true };
  }

  /** Keeps a file that only this visitor can send. */
  async upload(
    door: AtDoor,
    session: SessionRow,
    file: { filename: string; contentType: string; content: Buffer },
  ): Promise<WidgetFileBody> {
    const customer = await this.sessions.customerOf(door.ctx, session);
    const theirs = door.ctx.as({ kind: 'customer', id: customer.id, name: customer.name, role: null });
    return this.links.of(door, await this.attachments.upload(theirs, file));
  }

  /** Before any byte is read. */
  mayUpload(door: AtDoor, session: SessionRow): void {
    if (!door.traits.files) throw new AppError('no_files', 422, 'This chat takes no files.');
    this.limits.take([
      ['filesOfSession', session.id],
      ['filesOfIp', door.ip],
    ]);
  }

  private checked({ traits }: AtDoor, request: WidgetSendRequest): { text: string; files: string[] } {
    const text = request.text.trim();
    const files = [...new Set(request.files ?? [])];
    if (text === '' && files.length === 0) throw new AppError('empty_message', 422, 'Write something, or add a file.');
    if (traits.maxChars !== null && [...text].length > traits.maxChars)
      throw new AppError('too_long', 422, `A message has at most ${traits.maxChars} characters.`);
    if (traits.maxFiles !== null && files.length > traits.maxFiles)
      throw new AppError('too_many_files', 422, `A message has at most ${traits.maxFiles} files.`);
    return { text, files };
  }

  private async checkFiles(door: AtDoor, session: SessionRow, files: string[]): Promise<void> {
    const customer = await this.sessions.customerOf(door.ctx, session);
    if (await this.queries.areFree(door.ctx, files, customer.id)) return;
    throw new AppError('bad_attachment', 422, 'A file is unknown, was sent already, or is somebody else’s.');
  }

  /** What the form says of a visitor nobody vouches for is kept as their claim; it moves nothing and merges nobody. */
  private async learn(
    door: AtDoor,
    session: SessionRow,
    request: WidgetSendRequest,
  ): Promise<{ name: string | null; email: string | null; verified: boolean }> {
    const now = this.clock.now();
    const page = request.page ?? null;
    if (session.verified) {
      await this.sessionRows.touch(door.ctx, session.id, now, { page });
      return { name: session.name, email: session.email, verified: true };
    }
    const { consent } = request.visitor ?? {};
    const name = request.visitor?.name?.trim() || null;
    const email = emailOf(request.visitor?.email);
    this.checkForm(door, session, { name, email, consent });
    await this.sessionRows.touch(door.ctx, session.id, now, { name, email, page, consentedAt: consent ? now : null });
    return { name: name ?? session.name, email, verified: false };
  }

  private checkForm(
    { widget }: AtDoor,
    session: SessionRow,
    given: { name: string | null; email: string | null; consent: boolean | undefined },
  ): void {
    const { preChat } = widget.settings;
    const missing = [
      ...(preChat.name === 'required' && !given.name && !session.name ? ['name'] : []),
      ...(preChat.email === 'required' && !given.email && !session.email ? ['email'] : []),
      ...(preChat.consent !== null && !given.consent && !session.consentedAt ? ['consent'] : []),
    ];
    if (missing.length === 0) return;
    const errors = missing.map((field) => ({
      field: `visitor.${field}`,
      message: 'is needed before the first message',
    }));
    throw new AppError('form_incomplete', 422, `Before the first message we need: ${missing.join(', ')}.`, { errors });
  }
}

function emailOf(typed: string | undefined): string | null {
  const email = typed?.trim() ?? '';
  if (email === '') return null;
  if (/^[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+$/.test(email) && !/\p{Cc}/u.test(email)) return email.toLowerCase();
  throw new AppError('bad_email', 422, 'This is no mail address.', {
    errors: [{ field: 'visitor.email', message: 'must be a mail address' }],
  });
}
