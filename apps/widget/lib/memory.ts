import type { WidgetSendRequest } from '@satchel/contracts';
import type { Look } from '../shell';
import { readJson, type Shelf } from './storage';

/** What outlives the page, per connection. Written only after the visitor meant to chat. */
export interface Remembered {
  token: string | null;
  /** Who the token belongs to when the shop signed it: another person on the same machine must not see the chat. */
  subject: string | null;
  look: Look | null;
  profile: NonNullable<WidgetSendRequest['visitor']> | null;
  /** There is a conversation: its news are worth a connection on every page. */
  spoke: boolean;
}

const NOTHING: Remembered = { token: null, subject: null, look: null, profile: null, spoke: false };
const FIELDS = Object.keys(NOTHING) as (keyof Remembered)[];

const storageKey = (key: string): string => `satchel:${key}`;
/** In the tab's own storage: the chat stays open when the visitor goes to the next page. */
export const openKey = (key: string): string => `${storageKey(key)}:open`;
export const draftKey = (key: string): string => `${storageKey(key)}:draft`;

/** One key of storage for each thing: a tab that writes one of them never puts back an older state of another. */
export class Memory {
  readonly name: string;
  readonly tokenName: string;
  readonly seenName: string;

  constructor(
    private readonly shelf: Shelf,
    key: string,
  ) {
    this.name = storageKey(key);
    this.tokenName = this.nameOf('token');
    this.seenName = `${this.name}:seen`;
  }

  get(): Remembered {
    const kept = FIELDS.map((field) => [field, readJson(this.shelf, this.nameOf(field)) ?? NOTHING[field]] as const);
    return Object.fromEntries(kept) as unknown as Remembered;
  }

  set(change: Partial<Remembered>): void {
    for (const field of FIELDS) {
      const value = change[field];
      if (value === undefined) continue;
      const text = JSON.stringify(value);
      if (this.shelf.get(this.nameOf(field)) !== text) this.shelf.set(this.nameOf(field), text);
    }
  }

  /** The time of the last message that was seen, in whichever tab. */
  get seenUpTo(): string | null {
    return this.shelf.get(this.seenName);
  }

  set seenUpTo(at: string | null) {
    if (at !== null) this.shelf.set(this.seenName, at);
  }

  /** All of it, and what waits in the outbox. */
  clear(): void {
    for (const key of this.shelf.keys()) if (key.startsWith(`${this.name}:`)) this.shelf.remove(key);
  }

  private nameOf(field: keyof Remembered): string {
    return `${this.name}:${field}`;
  }
}

/** The `sub` of a JWT. Nothing is trusted by it: the desk checks the signature, this only tells two people apart. */
export function subjectOf(identity: string): string | null {
  try {
    const payload = identity.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    const text = new TextDecoder().decode(Uint8Array.from(atob(payload), (sign) => sign.charCodeAt(0)));
    const { sub } = JSON.parse(text) as { sub?: unknown };
    return typeof sub === 'string' ? sub : null;
  } catch {
    return null;
  }
}
