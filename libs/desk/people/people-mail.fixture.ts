import {
  type ChannelAdapter,
  ConnectionService,
  ConnectorError,
  EnvelopeService,
  type InboundMessage,
  type Outbound,
  type TakenEnvelope,
} from '@satchel/connectors';
import { type Ctx, newId } from '@satchel/kernel';
import { makeConnection, makePerson, makeTicket, type TestKernel } from '@satchel/testing';
import { IntakeService } from '../intake/intake.service';
import { PersonMailService } from './person-mail.service';

export const TOM = 'tom@fernhill.example';
export const PROVEN = {
  sender: 'proven',
  verdicts: { spf: 'pass', dkim: 'pass', dmarc: 'pass', arc: 'none', aligned: true, domain: 'fernhill.example' },
} as const satisfies Partial<InboundMessage>;

const TRAITS = {
  addressKind: 'email',
  files: true,
  maxFiles: null,
  maxChars: null,
  replyWindowHours: null,
  copies: true,
  choices: 0,
  templates: false,
  threads: 'ids',
};

/** A mail connection that keeps what it sent, and a mailbox that mails come into. */
export class MailHouse {
  left: Outbound[] = [];
  next: 'ok' | 'down' | 'lost answer' = 'ok';
  connectionId = '';

  private constructor(
    readonly kernel: TestKernel,
    readonly ctx: Ctx,
    readonly tom: { id: string },
  ) {}

  static async open(kernel: TestKernel, ctx: Ctx): Promise<MailHouse> {
    const { id } = await makePerson(kernel.db, ctx.workspaceId, { name: 'Tom', email: `${newId()}.${TOM}` });
    const house = new MailHouse(kernel, ctx, { id: id ?? '' });
    house.connectionId = (await makeConnection(ctx)).id;
    const adapter = {
      traits: TRAITS,
      send: house.send.bind(house),
    } as unknown as ChannelAdapter;
    const connection = { id: house.connectionId, health: { state: 'ok' } };
    const connections = kernel.moduleRef.get(ConnectionService);
    jest.spyOn(connections, 'byKind').mockResolvedValue([{ connection, adapter }] as never);
    return house;
  }

  async tomsAddress(): Promise<string> {
    const [row] = await this.ctx.query<{ email: string }>('select email from person where id = $1', [this.tom.id]);
    return row?.email ?? '';
  }

  async ticketOf(personId: string): Promise<string> {
    const { id } = await makeTicket(this.ctx, {
      connectionId: this.connectionId,
      assigneeId: personId,
      status: 'open',
    });
    await this.ctx.query(`update ticket set customer_address = 'anna@example.com' where id = $1`, [id]);
    return id;
  }

  wants(preferences: object): Promise<unknown> {
    const sql = 'update membership set preferences = $2 where person_id = $1';
    return this.ctx.query(sql, [this.tom.id, JSON.stringify({ notify: preferences })]);
  }

  /** Sends what waits, as the jobs would. */
  async sendAll(attempt = 1): Promise<void> {
    const rows = await this.ctx.query<{ id: string }>(
      `select id from person_mail where workspace_id = $1 and state = 'queued' order by created_at, id`,
      [this.ctx.workspaceId],
    );
    for (const { id } of rows)
      await this.kernel.moduleRef.get(PersonMailService).run(this.ctx, { mailId: id }, { attempt, maxAttempts: 8 });
  }

  /** The id that the customer's and our mail programs know one of our mails by. */
  idOf = ({ messageId }: { messageId: string }): string => `signed-${messageId}@fernhill.example`;

  async arrive(given: Partial<InboundMessage>, meta: Record<string, unknown> = {}): Promise<string> {
    const id = newId();
    await this.ctx.query(
      'insert into inbound_envelope (id, workspace_id, connection_id, external_id, raw) values ($1, $2, $3, $4, $5)',
      [id, this.ctx.workspaceId, this.connectionId, id, Buffer.from('raw')],
    );
    const item: InboundMessage = {
      type: 'message',
      externalId: newId(),
      from: { address: await this.tomsAddress(), name: 'Tom' },
      replyTo: null,
      subject: 'Re: [#1] Where is my order?',
      text: 'It left this morning.',
      fullText: 'It left this morning.',
      html: null,
      files: [],
      sentAt: null,
      automated: null,
      cc: [],
      notices: [],
      consent: null,
      thread: { ticketId: null, externalIds: [] },
      sender: 'unproven',
      ...given,
    };
    const envelope: TakenEnvelope = {
      id,
      connectionId: this.connectionId,
      connectorId: 'email',
      addressKind: 'email',
      threads: 'ids',
      receivedAt: this.kernel.clock.now(),
      meta,
      items: [item],
    };
    jest.spyOn(this.kernel.moduleRef.get(EnvelopeService), 'take').mockResolvedValueOnce(envelope);
    await this.kernel.moduleRef.get(IntakeService).route(this.ctx, id);
    return id;
  }

  private async send(outbound: Outbound, beforeCommit: () => Promise<void>) {
    if (this.next === 'down') throw new ConnectorError('unavailable', 'no route to the mail server');
    await beforeCommit();
    this.left.push(outbound);
    if (this.next === 'lost answer') throw new ConnectorError('uncertain', 'the connection broke');
    return { externalId: this.idOf(outbound), status: 'sent' as const };
  }
}
