import type { AiState, EventMap, EventType, MessageDirection, MessageKind, TicketStatus } from '@satchel/contracts';

/** Rows as they are written, named like their columns; see write-rows.ts. */
export interface CustomerRow {
  id: string;
  name: string;
  locale: string;
  created_at: Date;
}

export interface AddressRow {
  id: string;
  customer_id: string;
  kind: 'email' | 'phone';
  value: string;
  /** Who wrote a mail has proven its address. */
  verified_at: Date | null;
  verified_how: 'authenticated_mail' | null;
  created_at: Date;
}

export interface TicketRow {
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  customer_id: string;
  customer_address: string;
  assignee_id: string | null;
  ai_state: AiState;
  preview: string;
  last_message_at: Date;
  last_message_direction: MessageDirection;
  last_message_id: string;
  waiting_since: Date | null;
  message_count: number;
  version: number;
  created_at: Date;
  updated_at: Date;
}

export interface MessageRow {
  id: string;
  ticket_id: string;
  direction: MessageDirection;
  kind: MessageKind;
  author_kind: 'customer' | 'person' | 'ai';
  author_id: string | null;
  author_name: string;
  text: string;
  external_id: string | null;
  automated: boolean;
  meta: Record<string, unknown>;
  delivery_status: 'sent' | null;
  created_at: Date;
}

export interface TurnRow {
  id: string;
  ticket_id: string;
  message_id: string;
  intent: string;
  assurance: number;
  outcome: 'sent' | 'drafted' | 'handed_over';
  reason: string;
  summary: string | null;
  evidence: { label: string; value: string; source: string }[];
  latency_ms: number;
  created_at: Date;
  finished_at: Date;
}

export interface DraftRow {
  id: string;
  ticket_id: string;
  author_name: string;
  text: string;
  turn_id: string;
  updated_at: Date;
}

export interface EventRow<K extends EventType = EventType> {
  id: string;
  type: K;
  ticket_id: string | null;
  actor_kind: 'customer' | 'person' | 'ai' | 'system';
  actor_id: string | null;
  payload: EventMap[K];
  at: Date;
}

export interface SeedRows {
  customers: CustomerRow[];
  addresses: AddressRow[];
  tickets: TicketRow[];
  messages: MessageRow[];
  turns: TurnRow[];
  drafts: DraftRow[];
  tags: { id: string; name: string }[];
  ticketTags: { ticket_id: string; tag_id: string }[];
  /** In the order in which they happened. */
  events: EventRow[];
}
