import type { WidgetFileBody, WidgetSendRequest } from '@satchel/contracts';
import { readJson, type Shelf } from './storage';

/** A message of the visitor's that has no stored twin in the thread yet. */
export interface Unsent {
  clientId: string;
  text: string;
  files: WidgetFileBody[];
  visitor?: WidgetSendRequest['visitor'];
  page?: WidgetSendRequest['page'];
  createdAt: string;
  /** `sent`: the desk has it, its twin is on the way. `failed`: the desk refused it; only the visitor tries again. */
  state: 'sending' | 'sent' | 'failed';
  problem?: string;
}

/** Its twin comes with the thread at the next visit; one that never came is not shown for ever. */
const FORGET_SENT_MS = 24 * 3_600_000;

/**
 * Messages that wait to be sent, one key of storage each: two tabs that write at once never undo one another. What a tab
 * saw being sent it keeps showing until the twin has reached it too, whichever tab removed the entry.
 */
export class Outbox {
  private readonly arriving = new Map<string, Unsent>();

  constructor(
    private readonly shelf: Shelf,
    private readonly prefix: string,
  ) {}

  /** Oldest first. */
  list(): Unsent[] {
    const stored = this.stored();
    const here = new Set(stored.map(({ clientId }) => clientId));
    return [...stored, ...[...this.arriving.values()].filter(({ clientId }) => !here.has(clientId))].sort(byAge);
  }

  next(): Unsent | undefined {
    return this.stored()
      .sort(byAge)
      .find(({ state }) => state === 'sending');
  }

  get(clientId: string): Unsent | null {
    return readJson(this.shelf, this.prefix + clientId);
  }

  put(entry: Unsent): void {
    this.shelf.set(this.prefix + entry.clientId, JSON.stringify(entry));
    if (entry.state === 'sent') this.arriving.set(entry.clientId, entry);
  }

  /** The visitor's own wish, or the twin is in the thread. */
  remove(clientId: string): void {
    this.arriving.delete(clientId);
    this.shelf.remove(this.prefix + clientId);
  }

  /** Another tab wrote or removed this key. Answers whether it is one of ours. */
  changedElsewhere(key: string, before: string | null): boolean {
    if (!key.startsWith(this.prefix)) return false;
    const entry = parse(before);
    if (entry?.state === 'sent') this.arriving.set(entry.clientId, entry);
    return true;
  }

  settle(arrived: Iterable<string | null>): void {
    for (const clientId of arrived) if (clientId !== null) this.remove(clientId);
  }

  forgetOld(now: number): void {
    for (const { clientId, state, createdAt } of this.stored())
      if (state === 'sent' && now - Date.parse(createdAt) > FORGET_SENT_MS) this.remove(clientId);
  }

  clear(): void {
    this.arriving.clear();
    for (const key of this.keys()) this.shelf.remove(key);
  }

  private stored(): Unsent[] {
    return this.keys().flatMap((key) => {
      const entry = parse(this.shelf.get(key));
      return entry ? [entry] : [];
    });
  }

  private keys(): string[] {
    return this.shelf.keys().filter((key) => key.startsWith(this.prefix));
  }
}

export function requestOf({ clientId, text, files, visitor, page }: Unsent): WidgetSendRequest {
  return { clientId, text, ...(files.length && { files: files.map(({ id }) => id) }), visitor, page };
}

const byAge = (one: Unsent, other: Unsent): number => one.createdAt.localeCompare(other.createdAt);

/** Storage belongs to the page too: what does not look like ours is not ours. */
function parse(text: string | null): Unsent | null {
  try {
    const entry = JSON.parse(text ?? 'null') as Unsent | null;
    return typeof entry?.clientId === 'string' && typeof entry.text === 'string' && Array.isArray(entry.files)
      ? entry
      : null;
  } catch {
    return null;
  }
}
