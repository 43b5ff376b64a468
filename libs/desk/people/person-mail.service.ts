import { type ChannelAdapter, ConnectionService, ConnectorError } from '@satchel/connectors';
import { Clock, type Ctx, Ids, JobHandler, Jobs, Log } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { personMailJob } from '../desk.jobs';
import { type NewPersonMail, PersonMailQueries, type PersonMailRow } from './person-mail.queries';

/** Mail to people of the workspace, by its own mail connections: each thing told once, never again on a guess. */
@Injectable()
export class PersonMailService {
  constructor(
    private readonly queries: PersonMailQueries,
    private readonly connections: ConnectionService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly log: Log,
  ) {}

  async queue(ctx: Ctx, mail: Omit<NewPersonMail, 'id' | 'createdAt'>): Promise<boolean> {
    if (await this.queries.isOurs(ctx, mail.address)) return false;
    return ctx.transaction(async (tx) => {
      const row = { ...mail, id: this.ids.next(), createdAt: this.clock.now() };
      if (!(await this.queries.insert(tx, row))) return false;
      await this.jobs.enqueue(tx, personMailJob, { mailId: row.id }, { key: row.id });
      return true;
    });
  }

  @JobHandler(personMailJob)
  async run(
    ctx: Ctx,
    { mailId }: { mailId: string },
    { attempt, maxAttempts }: { attempt: number; maxAttempts: number },
  ): Promise<void> {
    const row = await this.queries.byId(ctx, mailId);
    if (row?.state !== 'queued') return;
    // Only a crash leaves this behind: it may have arrived, and nobody needs to be told twice.
    if (row.committedAt) return this.queries.settle(ctx, row.id, 'verify', { error: 'The line broke while sending.' });
    let last: unknown = new Error('There is no mail connection to send it by.');
    for (const adapter of await this.ways(ctx, row)) {
      try {
        const { externalId } = await this.send(ctx, row, adapter);
        return await this.queries.settle(ctx, row.id, 'sent', { externalId });
      } catch (error) {
        last = error;
        const isOpen = error instanceof ConnectorError && error.code === 'uncertain';
        await this.queries.settle(ctx, row.id, isOpen ? 'verify' : 'queued', { error: wordsOf(error) });
        if (isOpen) return;
      }
    }
    if (attempt < maxAttempts) throw last;
    await this.queries.settle(ctx, row.id, 'failed', { error: wordsOf(last) });
    this.log.error({ personMailId: row.id, err: last }, 'a mail to a person was not sent');
  }

  /** The ticket's own way first; about a connection in trouble, the others first. */
  private async ways(ctx: Ctx, row: PersonMailRow): Promise<ChannelAdapter[]> {
    const channels = (await this.connections.byKind(ctx, 'channel')).filter(
      ({ adapter }) => adapter.traits.addressKind === 'email',
    );
    const rank = ({ connection }: (typeof channels)[number]): number => {
      const named = connection.id === row.connectionId;
      if (row.kind === 'alarm') return named ? 2 : connection.health.state === 'failing' ? 1 : 0;
      return named ? 0 : 1;
    };
    return channels.sort((one, other) => rank(one) - rank(other)).map(({ adapter }) => adapter);
  }

  private send(ctx: Ctx, row: PersonMailRow, adapter: ChannelAdapter): Promise<{ externalId: string }> {
    return adapter.send(
      {
        messageId: row.id,
        // About no ticket: an id that leads nowhere.
        ticketId: row.ticketId ?? row.id,
        ticketNumber: row.ticketNumber ?? 0,
        to: { address: row.address, name: row.name },
        cc: [],
        subject: row.subject,
        text: row.text,
        html: null,
        files: [],
        template: null,
        choices: [],
        thread: { inReplyTo: null, references: [] },
        // Marked so that no program answers it, and no bounce either.
        automated: true,
        notice: true,
      },
      () => this.queries.commit(ctx, row.id, this.clock.now()),
    );
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : 'It could not be sent.');
