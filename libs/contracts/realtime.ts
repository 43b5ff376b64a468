import type { EventBody } from './events';
import type { DraftBody, MessageBody, TicketBody } from './tickets';

/**
 * The console's socket: namespace `/console`, path `/socket.io`, authenticated by the session cookie.
 * The client connects with `auth: { after: cursor | null }`; the server replays what it missed, then goes on live.
 */
export interface ConsoleServerEvents {
  /** Sent once per connection before anything else. `reset`: the cursor is too old, refetch everything. */
  hello: (body: { cursor: string; reset: boolean }) => void;
  /** One batch per read of the log: what changed, with the fresh rows. */
  changes: (body: ConsoleChanges) => void;
  /** A customer is writing in a live chat; gone by itself after six seconds. */
  typing: (body: { ticketId: string; from: 'customer'; name: string }) => void;
}

export interface ConsoleChanges {
  cursor: string;
  events: EventBody[];
  tickets: TicketBody[];
  messages: MessageBody[];
  drafts: DraftBody[];
}

/** Nothing is written over the socket: writes go through REST. */
export interface ConsoleClientEvents {
  /** Somebody writes an answer, at most every three seconds: shown to the customer where the channel can. */
  typing: (body: { ticketId: string }) => void;
}
