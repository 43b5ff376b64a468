import type { AiState, EventMap, EventType, TicketStatus } from '@satchel/contracts';
import { inDays } from './days';
import type { SeedPerson } from './people';
import type { EventRow, MessageRow, SeedRows, TicketRow, TurnRow } from './seed-rows';
import type { SeedLine, SeedTicket, SeedTurn } from './seed-ticket';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A reply arrives this long after it was written. */
const DELIVERY_MS = 4_000;
/** How long the AI's turn took, in the believable range; the same for the same ticket. */
const FASTEST_TURN_MS = 38;
const TURN_SPREAD_MS = 71;

export interface Writers {
  maya: { id: string; name: string };
  tom: { id: string; name: string };
  aiName: string;
}

export interface StoryOptions {
  now: Date;
  writers: Writers;
  newId: (at: Date) => string;
  previewOf: (text: string) => string;
}

/** Tells one ticket line by line, by the desk's own rules of whose turn it is, into the rows that would be there. */
export class Story {
  private status: TicketStatus = 'new';
  private aiState: AiState = 'none';
  private waitingSince: Date | null = null;
  private assigneeId: string | null = null;
  private at: Date;
  private last: MessageRow | undefined;
  private asked: MessageRow | undefined;
  private spoken = 0;
  private version = 1;
  private readonly id: string;

  constructor(
    private readonly rows: SeedRows,
    private readonly options: StoryOptions,
    private readonly ticket: SeedTicket,
    private readonly person: SeedPerson & { id: string },
    private readonly number: number,
  ) {
    this.at = new Date(options.now.getTime() - ticket.hoursAgo * HOUR);
    this.id = options.newId(this.at);
  }

  tell(): void {
    const createdAt = this.at;
    this.happened('ticket.created', { ticketId: this.id, number: this.number, channel: 'email' }, 'customer');
    for (const line of this.ticket.lines) this.say(line);
    this.propose();
    this.label();
    this.leave();
    if (!this.last) throw new Error(`nothing is said on "${this.ticket.subject}"`);
    const { last } = this;
    this.rows.tickets.push({
      id: this.id,
      number: this.number,
      subject: this.ticket.subject,
      status: this.status,
      customer_id: this.person.id,
      customer_address: this.person.email,
      assignee_id: this.assigneeId,
      ai_state: this.aiState,
      preview: this.options.previewOf(last.text),
      last_message_at: last.created_at,
      last_message_direction: last.direction,
      last_message_id: last.id,
      waiting_since: this.waitingSince,
      message_count: this.spoken,
      version: this.version,
      created_at: createdAt,
      updated_at: this.at,
    } satisfies TicketRow);
  }

  private say(line: SeedLine): void {
    this.at = new Date(this.at.getTime() + line.after * MINUTE);
    const inbound = line.from === 'customer';
    const direction = inbound ? 'inbound' : line.note ? 'internal' : 'outbound';
    if (line.from === 'maya' || line.from === 'tom') this.assign();
    const message = this.append(line, direction);
    if (line.from === 'ai' && line.turn) this.turn(line.turn, 'sent', null);
    if (inbound && !line.automated) {
      this.waitingSince ??= this.at;
      this.asked = message;
      if (['pending', 'on_hold', 'resolved'].includes(this.status)) this.move('open', line);
    }
    if (direction === 'outbound') {
      this.waitingSince = null;
      this.aiState = line.from === 'ai' ? 'answered' : 'none';
      this.move('pending', line);
      this.happened(
        'message.delivery_changed',
        { ticketId: this.id, messageId: message.id, to: 'sent', error: null },
        'system',
      );
    }
    if (inbound && this.spoken === 1) this.handOver();
  }

  private append(line: SeedLine, direction: MessageRow['direction']): MessageRow {
    const author = this.author(line);
    const inbound = direction === 'inbound';
    const message: MessageRow = {
      id: this.options.newId(this.at),
      ticket_id: this.id,
      direction,
      kind: line.note ? 'note' : 'reply',
      author_kind: author.kind,
      author_id: author.id,
      author_name: author.name,
      text: this.words(line.text),
      external_id: inbound ? `fernhill.${this.number}.${this.spoken + 1}@mail.example.com` : null,
      automated: line.automated ?? false,
      meta: inbound ? { from: this.person.email, fromName: this.person.name, subject: this.ticket.subject } : {},
      delivery_status: direction === 'outbound' ? 'sent' : null,
      created_at: this.at,
    };
    this.rows.messages.push(message);
    this.spoken += 1;
    this.version += 1;
    this.last = message;
    const { id: messageId, kind } = message;
    this.happened('message.appended', { ticketId: this.id, messageId, direction, kind }, line.from);
    if (inbound) {
      this.happened('message.received', { ticketId: this.id, messageId, automated: message.automated }, 'customer');
    }
    return message;
  }

  /** Right after the first message: the AI looked at it and left it to a person. */
  private handOver(): void {
    if (!this.ticket.handover) return;
    const turn = this.turn(this.ticket.handover.turn, 'handed_over', this.ticket.handover.summary);
    if (!turn) return;
    this.aiState = 'handed_over';
    this.happened('ticket.ai_state_changed', { ticketId: this.id, to: 'handed_over' }, 'ai');
    this.happened('ai.handed_over', { ticketId: this.id, turnId: turn.id, reason: turn.reason }, 'ai');
  }

  private propose(): void {
    const turn = this.ticket.draft && this.turn(this.ticket.draft.turn, 'drafted', null);
    if (!this.ticket.draft || !turn) return;
    const draft = {
      id: this.options.newId(this.at),
      ticket_id: this.id,
      author_name: this.options.writers.aiName,
      text: this.words(this.ticket.draft.text),
      turn_id: turn.id,
      updated_at: turn.finished_at,
    };
    this.rows.drafts.push(draft);
    this.aiState = 'drafted';
    this.happened('draft.saved', { ticketId: this.id, draftId: draft.id }, 'ai');
    this.happened('ticket.ai_state_changed', { ticketId: this.id, to: 'drafted' }, 'ai');
  }

  /** One turn per message of the customer. */
  private turn(turn: SeedTurn, outcome: TurnRow['outcome'], summary: string | null): TurnRow | null {
    const { asked } = this;
    const message = asked ?? this.last;
    if (!message || this.rows.turns.some((row) => row.message_id === message.id)) return null;
    const latency = FASTEST_TURN_MS + ((this.number * 17) % TURN_SPREAD_MS);
    const row: TurnRow = {
      id: this.options.newId(message.created_at),
      ticket_id: this.id,
      message_id: message.id,
      intent: turn.intent,
      assurance: turn.facts ? 2 : 1,
      outcome,
      reason: turn.reason,
      summary: summary && this.words(summary),
      evidence: (turn.facts ?? []).map(([label, value, source]) => ({ label, value, source })),
      latency_ms: latency,
      created_at: message.created_at,
      finished_at: new Date(message.created_at.getTime() + latency),
    };
    this.rows.turns.push(row);
    this.happened('ai.turn_finished', { ticketId: this.id, turnId: row.id, outcome }, 'ai');
    return row;
  }

  private label(): void {
    const added = [...(this.ticket.tags ?? [])];
    if (!added.length) return;
    for (const name of added) {
      const tag = this.rows.tags.find((row) => row.name === name) ?? this.newTag(name);
      this.rows.ticketTags.push({ ticket_id: this.id, tag_id: tag.id });
    }
    this.happened('ticket.tagged', { ticketId: this.id, added, removed: [] }, this.ticket.assignee ?? 'system');
  }

  private newTag(name: string): { id: string; name: string } {
    const tag = { id: this.options.newId(this.at), name };
    this.rows.tags.push(tag);
    return tag;
  }

  private assign(): void {
    const { assignee } = this.ticket;
    if (!assignee || this.assigneeId) return;
    this.assigneeId = this.options.writers[assignee].id;
    this.version += 1;
    this.happened('ticket.assigned', { ticketId: this.id, from: null, to: this.assigneeId }, assignee);
  }

  /** How a person left the ticket, if not where the messages led. */
  private leave(): void {
    if (this.ticket.status) this.move(this.ticket.status, { from: this.ticket.assignee ?? 'customer' });
    if (['resolved', 'closed', 'spam'].includes(this.status)) this.waitingSince = null;
  }

  private move(to: TicketStatus, by: Pick<SeedLine, 'from'>): void {
    if (to === this.status) return;
    const from = this.status;
    this.status = to;
    this.version += 1;
    this.happened('ticket.status_changed', { ticketId: this.id, from, to }, by.from);
  }

  private author({ from }: SeedLine): { kind: MessageRow['author_kind']; id: string | null; name: string } {
    const { writers } = this.options;
    if (from === 'customer') return { kind: 'customer', id: this.person.id, name: this.person.name };
    if (from === 'ai') return { kind: 'ai', id: null, name: writers.aiName };
    return { kind: 'person', ...writers[from] };
  }

  private happened<K extends EventType>(type: K, payload: EventMap[K], by: SeedLine['from'] | 'system'): void {
    const late = type === 'message.delivery_changed' ? DELIVERY_MS : 0;
    const at = new Date(this.at.getTime() + late);
    const actor =
      by === 'system' ? { kind: 'system' as const, id: null } : this.author({ from: by, after: 0, text: '' });
    const event: EventRow<K> = {
      id: this.options.newId(at),
      type,
      ticket_id: this.id,
      actor_kind: actor.kind,
      actor_id: actor.id,
      payload,
      at,
    };
    this.rows.events.push(event);
  }

  private words(text: string): string {
    return inDays(text, this.options.now, this.person.locale);
  }
}
