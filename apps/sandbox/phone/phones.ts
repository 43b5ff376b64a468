import { EventEmitter } from 'node:events';
import { HOUR } from '../seed/clock';
import type { Carrier, Network, PhoneMessage, PhoneStatus, StoreTypes } from './phone.types';

/** How long after the customer's last word the store may write freely. */
export const WINDOW_MS = 24 * HOUR;
/** How long a phone shows that the store is typing. https://developers.facebook.com/docs/whatsapp/cloud-api/typing-indicators */
const TYPING_MS = 25_000;
const rank: PhoneStatus[] = ['queued', 'sent', 'delivered', 'read'];

export interface ThreadKey {
  network: Network;
  via: Carrier;
  customer: string;
}

const sameThread = (key: ThreadKey) => (message: PhoneMessage) =>
  message.customer === key.customer && message.network === key.network && message.via === key.via;

/** What stands on the customers' phones. A message that came twice stands there twice. */
export class Phones {
  /** Emits `change` with the customer whose phone changed, and `typing` with how long one shows from now that the store types. */
  readonly changes = new EventEmitter<{ change: [string]; typing: [string, Network, number] }>();
  private typed: (StoreTypes & { customer: string })[] = [];
  private messages: PhoneMessage[] = [];
  private readonly stopped = new Set<string>();
  /** When a thread's window closes, where somebody set it other than by writing. */
  private readonly openedAt = new Map<string, number>();

  constructor(private readonly clock: () => Date) {}

  add(message: Omit<PhoneMessage, 'at'>): PhoneMessage {
    const stored = { ...message, at: this.clock().toISOString() };
    this.messages.push(stored);
    if (stored.direction === 'in') this.openedAt.set(keyOf(stored), this.clock().getTime());
    else this.changes.emit('typing', stored.customer, stored.network, 0);
    this.changed(stored.customer);
    return stored;
  }

  find(id: string): PhoneMessage | undefined {
    return this.messages.find((message) => message.id === id);
  }

  /** Moves forward only; a failure is final. */
  progress(message: PhoneMessage, status: PhoneStatus, error: PhoneMessage['error'] = null): boolean {
    if (message.status === 'failed') return false;
    if (status !== 'failed' && rank.indexOf(status) <= rank.indexOf(message.status)) return false;
    message.status = status;
    message.error = error;
    this.changed(message.customer);
    return true;
  }

  /** The store is writing an answer. */
  storeTypes(customer: string, network: Network, answers: string | null): void {
    this.typed.push({ customer, network, answers, at: this.clock().toISOString() });
    this.changes.emit('typing', customer, network, TYPING_MS);
  }

  /** Every time that the store was said to type to this customer, oldest first. */
  typingTo(customer: string): StoreTypes[] {
    return this.typed
      .filter((one) => one.customer === customer)
      .map(({ network, answers, at }) => ({ network, answers, at }));
  }

  changed(customer: string): void {
    this.changes.emit('change', customer);
  }

  /** Everything on one customer's phone, oldest first. */
  of(customers: string[]): PhoneMessage[] {
    return this.messages.filter((message) => customers.includes(message.customer));
  }

  filter(test: (message: PhoneMessage) => boolean): PhoneMessage[] {
    return this.messages.filter(test);
  }

  thread(key: ThreadKey): PhoneMessage[] {
    return this.messages.filter(sameThread(key));
  }

  remove(customers: string[]): void {
    this.messages = this.messages.filter((message) => !customers.includes(message.customer));
    this.typed = this.typed.filter((one) => !customers.includes(one.customer));
    for (const customer of customers) {
      for (const key of [...this.openedAt.keys()]) if (key.endsWith(`/${customer}`)) this.openedAt.delete(key);
      this.stopped.delete(customer);
      this.changed(customer);
    }
  }

  clear(): void {
    const customers = [...new Set(this.messages.map((message) => message.customer))];
    this.messages = [];
    this.typed = [];
    this.openedAt.clear();
    this.stopped.clear();
    customers.forEach((customer) => this.changed(customer));
  }

  /** Until when the store may write freely; null: the window is shut. Texts have none. */
  windowUntil(key: ThreadKey): Date | null {
    const opened = this.openedAt.get(keyOf(key));
    if (opened === undefined || opened + WINDOW_MS <= this.clock().getTime()) return null;
    return new Date(opened + WINDOW_MS);
  }

  /** As if the customer's last word were this long ago. */
  setLastWord(key: ThreadKey, agoMs: number): void {
    this.openedAt.set(keyOf(key), this.clock().getTime() - agoMs);
    this.changed(key.customer);
  }

  stop(customer: string): void {
    this.stopped.add(customer);
  }

  start(customer: string): void {
    this.stopped.delete(customer);
  }

  hasStopped(customer: string): boolean {
    return this.stopped.has(customer);
  }
}

const keyOf = ({ network, via, customer }: ThreadKey): string => `${network}/${via}/${customer}`;
