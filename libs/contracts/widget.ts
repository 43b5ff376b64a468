import type { PointsLabel } from './loyalty';
import type { AttachmentBody } from './tickets';

/**
 * The live chat's wire, spoken by the embedded widget. REST under `/api/widget/:key` (`key` is the chat connection's id)
 * and a socket in the namespace `/widget`, path `/socket.io`, both open to any site that the connection allows.
 * The session's token is 256 random bits, sent as `Authorization: Bearer <token>` and as the socket's `auth.token`.
 */

export const WIDGET_LOCALES = ['en', 'de', 'fr', 'es', 'nl'] as const;
export type WidgetLocale = (typeof WIDGET_LOCALES)[number];

/** `GET /api/widget/:key/config`: what the widget needs before anybody spoke; cacheable for a minute, no session. */
export interface WidgetConfigBody {
  workspaceName: string;
  /** The accent, "#1f6feb"; text on it is black or white, whichever reads better. */
  color: string;
  position: 'right' | 'left';
  /** Shown above the thread; null: the widget's own words in the visitor's language. */
  greeting: string | null;
  /** Asked before the first message; a signed-in customer is never asked. */
  preChat: { name: 'off' | 'optional' | 'required'; email: 'off' | 'optional' | 'required'; consent: string | null };
  /** Somebody can answer now. Else the offline form is shown: a message that is answered by mail. */
  online: boolean;
  /** Only visitors with a signed token may chat. */
  identityRequired: boolean;
  /** An answer may come from the AI: the widget says so. */
  answersByAi: boolean;
  files: { maxBytes: number; maxFiles: number };
  maxChars: number;
}

/**
 * `POST /api/widget/:key/session` `{token?, identity?, locale?, page?}`. `DELETE` with the session's token ends it: the
 * visitor signed out of the shop.
 */
export interface WidgetSessionRequest {
  /** Of an earlier visit; a token that is unknown or revoked gets a new session. */
  token?: string;
  /** A JWT (HS256 or ES256) by the shop: `sub`, `email?`, `name?`, `phone?`, `exp` at most one hour ahead. */
  identity?: string;
  locale?: string;
  page?: { url: string; title: string };
}

export interface WidgetSessionBody {
  /** New when the session is new or its identity changed: then the one before is dead. */
  token: string;
  visitor: { name: string | null; email: string | null; verified: boolean };
  /** For a known customer with loyalty data: "Hi Sarah, Gold member, 1,240 points"; `label`: what the programme calls points. */
  loyalty: { tier: string | null; points: number | null; label?: PointsLabel } | null;
  messages: WidgetMessageBody[];
  /** Resume after it. */
  cursor: string;
  unread: number;
}

export interface WidgetMessageBody {
  id: string;
  /** The visitor's own id of a message that they wrote: its echo finds its twin by it. */
  clientId: string | null;
  from: 'visitor' | 'person' | 'ai' | 'system';
  /** First name of the person; null for the visitor. */
  authorName: string | null;
  text: string;
  attachments: WidgetFileBody[];
  choices: string[];
  createdAt: string;
  /** The visitor's own: when somebody here read it. Ours: when the visitor saw it. */
  readAt: string | null;
}

/** `url` is absolute on this host, signed, and good for some minutes. */
export type WidgetFileBody = Pick<AttachmentBody, 'id' | 'filename' | 'contentType' | 'size' | 'url'>;

/** `POST /api/widget/:key/messages`, or the socket's `send`. Idempotent by `clientId`: the same one again is the same message. */
export interface WidgetSendRequest {
  clientId: string;
  text: string;
  /** Ids of `POST /api/widget/:key/files` (multipart, field "file"), which answers with a `WidgetFileBody`. */
  files?: string[];
  /** The pre-chat or offline form, with the first message. */
  visitor?: { name?: string; email?: string; consent?: boolean };
  page?: { url: string; title: string };
}

/** Stored: it will not be lost. `messages` follow by socket, or by `GET /api/widget/:key/messages?after=`. */
export interface WidgetSentBody {
  clientId: string;
  accepted: true;
}

/** Answer of `GET /api/widget/:key/messages?after=<cursor>`; also the socket's `messages`. Applying one twice changes nothing. */
export interface WidgetMessagesBody {
  messages: WidgetMessageBody[];
  cursor: string;
  unread: number;
}

/** The socket connects with `auth: { key, token, after: cursor | null }`; errors: `unknown_session`, `try_again`. */
export interface WidgetServerEvents {
  /** What was missed, then what is new. */
  messages: (body: WidgetMessagesBody) => void;
  /** A person or the AI is writing; gone by itself after six seconds, with what they wrote, or when it `ended` without a word. */
  typing: (body: { from: 'person' | 'ai'; name: string | null; ended?: boolean }) => void;
  /** Our side has read up to here. */
  seen: (body: { at: string }) => void;
  online: (body: { online: boolean }) => void;
}

export interface WidgetClientEvents {
  send: (
    body: WidgetSendRequest,
    done: (answer: WidgetSentBody | { error: { code: string; message: string } }) => void,
  ) => void;
  /** At most every three seconds. */
  typing: () => void;
  /** The visitor has seen everything up to this message. */
  seen: (body: { messageId: string }) => void;
}
