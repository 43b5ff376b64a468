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

export const storageKey = (key: string): string => `satchel:${key}`;
/** In the tab's own storage: the chat stays open when the visitor goes to the next page. */
export const openKey = (key: string): string => `${storageKey(key)}:open`;

export class Memory {
  readonly name: string;
  readonly seenName: string;

  constructor(
    private readonly shelf: Shelf,
    key: string,
  ) {
    this.name = storageKey(key);
    this.seenName = `${this.name}:seen`;
  }

  get(): Remembered {
    return { ...NOTHING, ...readJson<Partial<Remembered>>(this.shelf, this.name) };
  }

  set(change: Partial<Remembered>): void {
    this.shelf.set(this.name, JSON.stringify({ ...this.get(), ...change }));
  }

  /** The time of the last message that was seen, in whichever tab. */
  get seenUpTo(): string | null {
    return this.shelf.get(this.seenName);
  }

  set seenUpTo(at: string | null) {
    if (at !== null) this.shelf.set(this.seenName, at);
  }

  clear(): void {
    this.shelf.remove(this.name);
    this.shelf.remove(this.seenName);
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
