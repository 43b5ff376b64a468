import type { CarrierAdapter } from './carrier';
import type { ChannelAdapter } from './channel';
import type { CommerceAdapter } from './commerce';
import type { CustomAdapter } from './custom';
import type { FulfilmentAdapter } from './fulfilment';
import type { LoyaltyAdapter } from './loyalty';
import type { PaymentAdapter } from './payment';
import type { SubscriptionAdapter } from './subscription';
import type { ConnectorOAuth } from './oauth';

/** `fetch` with time limits, SSRF guard and redacted logs; see the kernel's HttpClient. Files may take longer than words. */
export type ConnectorFetch = (
  url: string,
  init?: RequestInit & { timeoutMs?: number; maxBytes?: number },
) => Promise<Response>;

export interface ConnectorLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** Everything an adapter gets from the house; with another `baseUrl` it talks to the sandbox. */
export interface ConnectorDeps {
  fetch: ConnectorFetch;
  log: ConnectorLog;
  now: () => Date;
  /** HMAC-SHA256 (hex) under this installation's key, for ids that must come back unforged. */
  sign: (purpose: string, text: string) => string;
  /** Where the vendor answers, when it is not the vendor's own host. */
  baseUrl: string | null;
  /** The address that this connection writes from and is written to, where it has one. */
  address: string | null;
  /** Where a vendor may call us for this connection (`<public address>/hooks/<connection id>`); `/` and more may follow. */
  hookUrl: string;
  /** Keeps changed credentials (a rotated refresh token); merged over the stored ones. */
  keep: (changes: Record<string, unknown>) => Promise<void>;
}

export interface AdapterOf {
  channel: ChannelAdapter;
  commerce: CommerceAdapter;
  carrier: CarrierAdapter;
  loyalty: LoyaltyAdapter;
  payment: PaymentAdapter;
  fulfilment: FulfilmentAdapter;
  subscription: SubscriptionAdapter;
  custom: CustomAdapter;
}
export type ConnectorKind = keyof AdapterOf;

/** A settings form's field; written beside the credential it describes. */
export interface CredentialField {
  name: string;
  label: string;
  type: 'text' | 'secret' | 'number' | 'boolean' | 'url' | 'long_text' | 'choice';
  required: boolean;
  help: string | null;
  /** For `choice`: what may be chosen. */
  options?: { value: string; label: string }[];
  /** `own`: it is set in an editor of its own, and the settings form leaves it out. */
  editor?: 'own';
}

/**
 * Code for one outside system: data plus one function, no Nest inside.
 * `credentials` validates what a person typed and carries the fields of the form (see `@Field`).
 */
export interface Connector<K extends ConnectorKind = ConnectorKind, C extends object = object> {
  id: string;
  kind: K;
  label: string;
  /** Its connections write from a mail address, which is typed beside the credentials. */
  needsAddress?: boolean;
  /** What somebody does at the vendor before the form can be filled, a sentence each: "Settings > Developers > New key". */
  steps?: readonly string[];
  /** What the key must be allowed, in the vendor's own words. */
  scopes?: readonly string[];
  credentials: new () => C;
  /** Its connections can be signed in to at the vendor, in the browser. */
  oauth?: ConnectorOAuth;
  connect(credentials: C, deps: ConnectorDeps): AdapterOf[K];
}
