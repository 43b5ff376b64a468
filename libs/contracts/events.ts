import type { ActionRisk, ActionRunState, ActionVerdict } from './actions';
import type { AiTopic } from './ai';
import type { Money } from './common';
import type { MirrorResource, SyncState } from './mirror';
import type { AiState, DeliveryStatus, MessageDirection, MessageKind, TicketStatus, WithdrawnReason } from './tickets';

/**
 * Everything that can happen, past tense, with the facts a subscriber needs to decide whether it cares;
 * ids lead to the rest. Shared by subscribers, the console's socket, the events API and webhooks.
 */
export interface EventMap {
  'ticket.created': { ticketId: string; number: number; channel: string };
  'ticket.status_changed': { ticketId: string; from: TicketStatus; to: TicketStatus };
  'ticket.assigned': { ticketId: string; from: string | null; to: string | null };
  'ticket.tagged': { ticketId: string; added: string[]; removed: string[] };
  'ticket.subject_changed': { ticketId: string };
  /** All of it moved to another ticket, which now holds these messages. */
  'ticket.joined': { ticketId: string; intoId: string; intoNumber: number; messageIds: string[] };
  'ticket.took_in': { ticketId: string; fromId: string; fromNumber: number };
  'ticket.customer_changed': { ticketId: string; from: string; to: string };
  'ticket.ai_state_changed': { ticketId: string; to: AiState };
  'message.received': { ticketId: string; messageId: string; automated: boolean };
  'message.appended': { ticketId: string; messageId: string; direction: MessageDirection; kind: MessageKind };
  'message.delivery_changed': { ticketId: string; messageId: string; to: DeliveryStatus; error: string | null };
  /** It waits to be sent; again when its time was changed. */
  'message.scheduled': { ticketId: string; messageId: string; sendAt: string; held: boolean };
  /** It waits no more. `sent`: it is a message now, of another id. */
  'message.withdrawn': { ticketId: string; messageId: string; reason: WithdrawnReason };
  'draft.saved': { ticketId: string; draftId: string };
  'draft.discarded': { ticketId: string; draftId: string };
  'ai.turn_finished': { ticketId: string; turnId: string; outcome: string };
  'ai.handed_over': { ticketId: string; turnId: string; reason: string };
  /** Somebody, or silence, told whether what it wrote was right. */
  'ai.turn_judged': { turnId: string; verdict: 'right' | 'wrong'; by: string };
  /** Too many replies of a topic were wrong: a person looks at each again. */
  'ai.mode_fell_back': { topic: AiTopic };
  /** Nobody took a ticket that the AI handed over, and the customer waits longer than they were told. */
  'ai.handoff_late': { ticketId: string; handedAt: string };
  'customer.created': { customerId: string };
  'customer.updated': { customerId: string };
  'envelope.quarantined': { envelopeId: string; connectionId: string; reason: string };
  'connection.created': { connectionId: string; kind: string };
  /** Its settings, or whether it is switched on. */
  'connection.changed': { connectionId: string; kind: string };
  'connection.removed': { connectionId: string; kind: string };
  'connection.health_changed': { connectionId: string; state: string; message: string | null };
  /** Nobody may be looking at the settings: told to every screen and every webhook. */
  'connection.alarm_raised': { connectionId: string; label: string; reason: string };
  'connection.alarm_cleared': { connectionId: string; label: string };
  /** Every few seconds while a shop is walked over, and whenever that begins, ends or fails. */
  'mirror.sync_progressed': {
    connectionId: string;
    resource: MirrorResource;
    state: SyncState;
    done: number;
    total: number | null;
  };
  'attachment.fetched': { ticketId: string; messageId: string; attachmentId: string; state: 'ready' | 'failed' };
  'address.blocked': { connectionId: string; address: string; reason: 'opted_out' | 'bounced' };
  'address.unblocked': { connectionId: string; address: string };
  'customer.merged': { customerId: string; mergedId: string; mergeId: string };
  'customer.unmerged': { customerId: string; restoredId: string; mergeId: string };
  /** Somebody asked for it; `decided` follows at once, and again when a person approves, confirms or declines. */
  'action.proposed': ActionFacts & { risk: ActionRisk };
  'action.decided': ActionFacts & {
    verdict: ActionVerdict;
    reason: string;
    policyVersion: number;
    by: 'policy' | 'person';
    /** Where the run stands now. */
    state: ActionRunState;
  };
  /** Seen to stand at the vendor. */
  'action.done': ActionFacts & { risk: ActionRisk; amount: Money | null };
  /** It did not happen: the vendor refused, failed, or said yes and did nothing. */
  'action.failed': ActionFacts & { state: 'refused' | 'failed'; code: string; reason: string };
  /** It may have happened; a person is asked to look. */
  'action.uncertain': ActionFacts & { reason: string };
  'action.undone': ActionFacts;
  'policy.changed': { version: number };
  /** Readers see this version from now on. */
  'article.published': { articleId: string; version: number };
  'article.archived': { articleId: string };
  'article.suggested': { articleId: string; ticketId: string };
  'procedure.changed': { name: string; version: number };
}

/** What every event of an action says. */
interface ActionFacts {
  runId: string;
  action: string;
  /** "Refunded 24.90 EUR for #1003". */
  summary: string;
  ticketId: string | null;
  customerId: string | null;
  orderId: string | null;
}

export type EventType = keyof EventMap;

/** One row of the event log as the API and the socket show it. `cursor` resumes after it. */
export interface EventBody<K extends EventType = EventType> {
  id: string;
  cursor: string;
  type: K;
  ticketId: string | null;
  actor: { kind: string; id: string | null };
  payload: EventMap[K];
  at: string;
}
