import { Channels, ConnectionService } from '@satchel/connectors';
import { WorkspaceService } from '@satchel/identity';
import { type Ctx, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { codeMail } from './code-mail';

/**
 * Mails a code, beside the conversation: it must not stand in the thread, where colleagues and models read along. What does
 * not go out at once is asked for again.
 */
@Injectable()
export class CodeSender {
  constructor(
    private readonly channels: Channels,
    private readonly connections: ConnectionService,
    private readonly workspaces: WorkspaceService,
    private readonly ids: Ids,
  ) {}

  /** False: this shop has no mail to write from. */
  async send(ctx: Ctx, email: string, code: string, language: string | null | undefined): Promise<boolean> {
    const channel = (await this.channels.list(ctx)).find(({ traits }) => traits.addressKind === 'email');
    if (!channel) return false;
    const { name } = await this.workspaces.get(ctx);
    const adapter = await this.connections.adapter(ctx, channel.connectionId, 'channel');
    await adapter.send(
      {
        messageId: this.ids.next(),
        // Whoever answers this mail writes on no ticket of somebody else.
        ticketId: this.ids.next(),
        ticketNumber: 0,
        to: { address: email, name: null },
        cc: [],
        ...codeMail(code, name, language),
        html: null,
        files: [],
        template: null,
        choices: [],
        thread: { inReplyTo: null, references: [] },
        automated: true,
        notice: true,
      },
      async () => undefined,
    );
    return true;
  }
}
