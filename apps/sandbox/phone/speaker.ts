import type { Delivery } from '../hooks/courier';
import type { StoredMedia } from './media';
import type { Choice, Network, PhoneMessage } from './phone.types';

/** What a customer says, with its files stored. */
export interface Spoken {
  network: Network;
  customer: string;
  name: string;
  text: string;
  files: StoredMedia[];
  choice: Choice | null;
  replyTo: PhoneMessage | null;
  reaction: string | null;
  id: string | null;
}

/** What each carrier does when a customer writes, or looks at the phone. */
export interface Speaker {
  /** Takes the words to the store's hook; null: no hook is set for this network. */
  say(spoken: Spoken): Promise<{ message: PhoneMessage; delivery: Delivery | null }>;
  /** The customer has seen these. */
  seen(messages: PhoneMessage[]): void;
  /** The store's number or page on this network. */
  line(network: Network): string;
  connected(network: Network): boolean;
}

export const taken = (delivery: Delivery | null): boolean =>
  delivery !== null && delivery.status !== null && delivery.status >= 200 && delivery.status < 300;
