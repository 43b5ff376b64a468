import type { HookAnswer, HookRequest } from './channel';

export const HINT_RESOURCES = [
  'order',
  'customer',
  'product',
  'shipment',
  'return',
  'refund',
  'payment',
  'subscription',
  'loyalty_member',
] as const;

/** "Something happened to this": the vendor is asked again before anybody believes it. */
export interface Hint {
  resource: (typeof HINT_RESOURCES)[number];
  externalId: string;
}

/** The way in for systems that push what changed. Nothing here may trust a request before `verify` has. */
export interface ChangeHook {
  /** Null: it is from the vendor. Else why not, in words for whoever set the connection up; answered with 401. */
  verify(request: HookRequest): string | null | Promise<string | null>;
  handshake?(request: HookRequest): HookAnswer | null;
  /** Each is stored durably before the vendor gets `answer`. */
  hints(request: HookRequest): Hint[];
  answer: HookAnswer;
  /** Makes the vendor call our address, once however often it is called; with what it has already, it changes nothing. */
  register?(): Promise<void>;
  /** Takes our registrations back; best effort. */
  unregister?(): Promise<void>;
}

/** One page of a walk over everything; `next` null: that was the last. */
export interface WalkPage<T> {
  items: T[];
  next: string | null;
}

/**
 * A walk over all records that changed since a moment (null: all there are), oldest change first where the vendor can.
 * A cursor is the vendor's own and lasts: a walk goes on after a restart where it stood.
 */
export type Walk<T> = (since: Date | null, cursor: string | null) => Promise<WalkPage<T>>;
