import type { AddressKind } from './customers';

/** What a channel can carry; core and console decide by these, never by a channel's name. */
export interface ChannelTraits {
  /** What kind of address its customers write from. */
  addressKind: AddressKind;
  html: boolean;
  files: boolean;
  /** Most files in one message and most bytes of one of them; null: the house's own limits. */
  maxFiles: number | null;
  maxFileBytes: number | null;
  /** Longest text one message may have; null: no limit. */
  maxChars: number | null;
  /** Hours after the customer's last message in which we may write freely; null: always. */
  replyWindowHours: number | null;
  /** Approved messages may open a closed window. */
  templates: boolean;
  /** Answers that can be offered as buttons; 0: none. */
  choices: number;
  /** Costs by the SMS segment: show a counter. */
  segments: boolean;
  typing: boolean;
  receipts: boolean;
  subject: boolean;
  /** Others can be copied in. */
  copies: boolean;
  /** What joins a message to its ticket: ids that it names, or the customer's address alone (one running talk per address). */
  threads: 'ids' | 'address';
  /** Told to the customer before an automated answer goes out: vendors and laws ask for it there. */
  announcesAi: boolean;
}

/** An approved message of the vendor's; `body` has its blanks as "{{1}}", "{{2}}". */
export interface MessageTemplateBody {
  id: string;
  name: string;
  language: string;
  category: string | null;
  body: string;
  /** How many blanks there are. */
  params: number;
}

/**
 * How a connection does. `failing`: the last try failed, or nothing was heard for too long. `expiring`: it works, but its
 * credentials are about to end.
 */
export interface ConnectionHealth {
  state: 'unknown' | 'ok' | 'failing' | 'expiring';
  message: string | null;
  checkedAt: string | null;
  lastSuccessAt?: string | null;
  lastError?: { message: string; at: string } | null;
  /** Calls to its web hook that were refused, since it was made. */
  refusedHooks?: number;
}

/** What a connection may do: what its vendor has, less what its key may not. */
export interface CapabilitiesBody {
  can: string[];
  /** Why a part is not there, in words for a shop owner. */
  cannot: { capability: string; reason: string }[];
  /** The account as the vendor names it; null: it does not say. */
  account: string | null;
}

export interface ConnectionBody {
  id: string;
  kind: string;
  connectorId: string;
  label: string;
  address: string | null;
  enabled: boolean;
  health: ConnectionHealth;
  /** What it can carry, for channels; null for anything else, or when its settings cannot be used. */
  traits: ChannelTraits | null;
  /** Where its vendor has to call us; null when it pushes nothing. */
  hookUrl: string | null;
  /** As its last good check found; null: never checked, or a channel. */
  capabilities: CapabilitiesBody | null;
  /** Where somebody signed in for it in the browser, and can sign in again; absent when nobody did. */
  signIn?: { provider: string; label: string } | null;
}

/** One field of a connector's settings form, drawn from its credentials class. */
export interface ConnectorFieldBody {
  name: string;
  label: string;
  type: 'text' | 'secret' | 'number' | 'boolean' | 'url' | 'long_text' | 'choice';
  required: boolean;
  help: string | null;
  options?: { value: string; label: string }[];
  /** `own`: it is set in an editor of its own, and the settings form leaves it out. */
  editor?: 'own';
}

/** Signing in at the vendor in the browser, instead of typing credentials. */
export interface SignInOptionsBody {
  /** `fields`: what is typed before signing in there. */
  providers: { id: string; label: string; fields: string[] }[];
  /** The field (a choice) that holds the provider's id; null: there is one provider. */
  chosenBy: string | null;
  /** Fields that signing in fills. */
  grants: string[];
  /** The address that has to be registered at the vendor, where it sends the browser back to. */
  redirectUri: string;
}

export interface ConnectorBody {
  id: string;
  kind: string;
  label: string;
  /** Its connections are typed with the mail address that they write from. */
  needsAddress: boolean;
  /** What to do at the vendor before the form can be filled, a sentence each. */
  steps: string[];
  /** What the key must be allowed, in the vendor's own words. */
  scopes: string[];
  fields: ConnectorFieldBody[];
  signIn?: SignInOptionsBody;
}

export interface CreateConnectionRequest {
  connectorId: string;
  label: string;
  address?: string;
  credentials: Record<string, unknown>;
}

/** `POST /api/v1/connections/oauth`: for a new connection, or with `connectionId` for one that is there. */
export interface BeginSignInRequest {
  connectionId?: string;
  connectorId?: string;
  /** Absent: the one that the connection signs in by already. */
  provider?: string;
  label?: string;
  address?: string;
  credentials?: Record<string, unknown>;
}

/** Where to send the browser. */
export interface BeginSignInBody {
  url: string;
}

/** How a sign-in in the browser ended: `signIn` in the address of the console's settings, beside `connection`. */
export const SIGN_IN_OUTCOMES = [
  'connected',
  'not_working',
  'denied',
  'wrong_account',
  'no_refresh_token',
  'no_access',
  'bad_client',
  'refused',
  'unavailable',
  'expired',
  'unknown_state',
  'other_session',
  'not_signed_in',
  'not_allowed',
  'address_taken',
  'gone',
  'failed',
] as const;
export type SignInOutcome = (typeof SIGN_IN_OUTCOMES)[number];

/** One record that has to stand outside this house, and whether it does. */
export interface SetupCheckBody {
  label: string;
  /** The kind of record: "TXT". */
  type: string;
  name: string;
  /** What to put there; null: nothing yet, something has to be made first. */
  value: string | null;
  /** `unknown`: it could not be looked up, or there is nothing to hold it against. */
  state: 'ok' | 'missing' | 'unknown';
  /** What stands there now. */
  found: string | null;
}

/** `GET /api/v1/connections/:id/setup`; empty where nothing needs to stand anywhere. */
export interface ConnectionSetupBody {
  checks: SetupCheckBody[];
}

/** Whether the chat's script is in a shop's pages: `GET|PUT|DELETE /api/v1/connections/:id/theme`. */
export interface ThemeBody {
  installed: boolean;
}

export interface InstallThemeRequest {
  chatConnectionId: string;
}

export const ENVELOPE_STATES = ['stored', 'routed', 'ignored', 'quarantined'] as const;
export type EnvelopeState = (typeof ENVELOPE_STATES)[number];

/** One raw message in the ledger: what came in, and what became of it. */
export interface EnvelopeBody {
  id: string;
  connectionId: string;
  externalId: string;
  state: EnvelopeState;
  /** Why it was put aside or passed over. */
  reason: string | null;
  from: string | null;
  subject: string | null;
  bytes: number;
  receivedAt: string;
  messageId: string | null;
  ticketId: string | null;
}

/** The source held against the ledger. Sound when `missing` is empty. */
export interface ReconciliationBody {
  connectionId: string;
  since: string;
  /** Messages at the source, and how many of them we hold in which state. */
  atSource: number;
  routed: number;
  ignored: number;
  waiting: number;
  quarantined: number;
  /** At the source and not here; fetched again at once when asked to. */
  missing: string[];
  at: string;
}
