import type { EventMap, MessageBody } from '@satchel/contracts';
import { type Listener, PreferencesService } from '@satchel/identity';
import { Clock, Config, type Ctx, JobHandler, Jobs, type LoggedEvent, OnEvent } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { alarmAgainJob } from '../desk.jobs';
import { MessageQueries } from '../message/message.queries';
import { TicketQueries } from '../ticket/ticket.queries';
import { PersonMailQueries } from './person-mail.queries';
import { PersonMailService } from './person-mail.service';

/** Of one ticket, to one person: more than that is a flood, and the console shows the rest. */
const MOST_IN_AN_HOUR = 10;
const HOUR_MS = 3_600_000;
const MOST_QUOTED = 5_000;

/** Tells people by mail what they asked to be told, and admins what nobody asks for: that a connection is lost. */
@Injectable()
export class PeopleNotifier {
  constructor(
    private readonly mails: PersonMailService,
    private readonly queries: PersonMailQueries,
    private readonly preferences: PreferencesService,
    private readonly tickets: TicketQueries,
    private readonly messages: MessageQueries,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @OnEvent({ name: 'desk.tell-assigned', types: ['ticket.assigned'] })
  async onAssigned(ctx: Ctx, event: LoggedEvent): Promise<void> {
    const { ticketId, to } = event.payload as EventMap['ticket.assigned'];
    // Whoever takes a ticket knows it.
    if (to === null || to === event.actor.id) return;
    const person = await this.preferences.wants(ctx, to, 'assigned');
    const newest = person && (await this.newestOfCustomer(ctx, ticketId));
    if (person) await this.tell(ctx, person, { ticketId, kind: 'assigned', happened: event.id, message: newest });
  }

  @OnEvent({ name: 'desk.tell-replied', types: ['message.received'] })
  async onReceived(ctx: Ctx, event: LoggedEvent): Promise<void> {
    const { ticketId, messageId, automated } = event.payload as EventMap['message.received'];
    if (automated) return;
    const assignee = (await this.tickets.byId(ctx, ticketId))?.assignee;
    const person = assignee && (await this.preferences.wants(ctx, assignee.id, 'replied'));
    const [message] = person ? await this.messages.byIds(ctx, [messageId]) : [];
    if (person && message) await this.tell(ctx, person, { ticketId, kind: 'replied', happened: messageId, message });
  }

  @OnEvent({ name: 'desk.tell-alarm', types: ['connection.alarm_raised'] })
  async onAlarm(ctx: Ctx, event: LoggedEvent): Promise<void> {
    const { connectionId, label, reason } = event.payload as EventMap['connection.alarm_raised'];
    await this.tellAdmins(ctx, { connectionId, happened: event.id, label, reason, again: false });
    const raised = (await this.queries.alarmedAt(ctx, connectionId))?.toISOString();
    if (!raised) return;
    const runAt = new Date(this.clock.now().getTime() + 24 * HOUR_MS);
    await this.jobs.enqueue(ctx, alarmAgainJob, { connectionId, raised, reason, label }, { key: connectionId, runAt });
  }

  @JobHandler(alarmAgainJob)
  async alarmAgain(
    ctx: Ctx,
    { connectionId, raised, reason, label }: { connectionId: string; raised: string; reason: string; label: string },
  ): Promise<void> {
    // Mended meanwhile, and perhaps lost once more: that one has a mail of its own.
    if ((await this.queries.alarmedAt(ctx, connectionId))?.toISOString() !== raised) return;
    await this.tellAdmins(ctx, { connectionId, happened: `${raised} again`, label, reason, again: true });
  }

  private async tellAdmins(
    ctx: Ctx,
    alarm: { connectionId: string; happened: string; label: string; reason: string; again: boolean },
  ): Promise<void> {
    const { connectionId, happened, label: name, reason, again } = alarm;
    const text = [
      again
        ? `${name} is still not working, a day after we told you first.`
        : `${name} needs a look: it is not working.`,
      reason,
      `Connect it again in the settings: ${this.config.publicUrl}/settings`,
    ].join('\n\n');
    for (const { id, email } of await this.queries.admins(ctx)) {
      await this.mails.queue(ctx, {
        personId: id,
        ticketId: null,
        connectionId,
        kind: 'alarm',
        happened: `alarm ${connectionId} ${happened}`,
        address: email,
        subject: again ? `${name} is still not working` : `${name} needs to be connected again`,
        text,
      });
    }
  }

  private async tell(
    ctx: Ctx,
    person: Listener,
    about: { ticketId: string; kind: 'assigned' | 'replied'; happened: string; message: MessageBody | null },
  ): Promise<void> {
    const { ticketId, kind, happened, message } = about;
    const ticket = await this.tickets.byId(ctx, ticketId);
    // Whoever is the ticket's customer under the same address gets our answers anyway.
    if (!ticket || (await this.queries.isCustomer(ctx, ticketId, person.email))) return;
    const since = new Date(this.clock.now().getTime() - HOUR_MS);
    if ((await this.queries.countSince(ctx, { personId: person.id, ticketId }, since)) >= MOST_IN_AN_HOUR) return;
    const what = kind === 'assigned' ? 'was assigned to you' : 'has a new message';
    await this.mails.queue(ctx, {
      personId: person.id,
      ticketId,
      connectionId: null,
      kind,
      happened: `${kind} ${happened}`,
      address: person.email,
      subject: `[#${ticket.number}] ${ticket.subject}`,
      text: [
        `#${ticket.number} ${what}.`,
        ...(message ? [`${message.author.name} wrote:`, message.text.slice(0, MOST_QUOTED)] : []),
        `Your answer to this mail goes to the customer. The ticket: ${this.config.publicUrl}/tickets/${ticketId}`,
      ].join('\n\n'),
    });
  }

  private async newestOfCustomer(ctx: Ctx, ticketId: string): Promise<MessageBody | null> {
    const { data } = await this.messages.thread(ctx, ticketId, { limit: 20 });
    return data.findLast(({ direction }) => direction === 'inbound') ?? null;
  }
}
