import type { WidgetFileBody, WidgetSendRequest } from '@satchel/contracts';
import { Courier } from '../lib/courier';
import type { Line } from '../lib/line';
import type { Lock } from '../lib/lock';
import { newId } from '../lib/new-id';
import { Outbox, requestOf, type Unsent } from '../lib/outbox';
import { Refusal, type Rest } from '../lib/rest';
import type { Shelf } from '../lib/storage';

/** A message that the desk has and whose twin does not come: then it is asked for. */
const TWIN_LATE_MS = 5000;
/** Codes of the socket's answer after which the same message may well pass. */
const PASSING = new Set(['rate_limited', 'try_again', 'unavailable', 'internal', 'unknown_session']);

export interface PostDeps {
  shelf: Shelf;
  lock: Lock;
  /** Of the connection's place in storage. */
  name: string;
  rest: Rest;
  line: Line;
  token: () => string | null;
  renew: () => Promise<void>;
  catchUp: () => Promise<void>;
  changed: (outbox: Unsent[]) => void;
}

/** The way of the visitor's messages: into the outbox, then to the desk by socket or REST, whichever holds. */
export class Post {
  private readonly outbox: Outbox;
  private readonly courier: Courier;
  private twinTimer: ReturnType<typeof setTimeout> | undefined;
  private shown = '[]';

  constructor(private readonly deps: PostDeps) {
    this.outbox = new Outbox(deps.shelf, `${deps.name}:out:`);
    this.courier = new Courier({
      outbox: this.outbox,
      lock: deps.lock,
      lockName: `${deps.name}:send`,
      deliver: (entry) => this.deliver(entry),
      renew: deps.renew,
      changed: () => this.show(),
    });
  }

  write(text: string, files: WidgetFileBody[], about: Pick<WidgetSendRequest, 'visitor' | 'page'>): void {
    const last = this.outbox.list().at(-1);
    // A clock that was set back must not put this before what was written earlier.
    const at = Math.max(Date.now(), last ? Date.parse(last.createdAt) + 1 : 0);
    const createdAt = new Date(at).toISOString();
    this.outbox.put({ clientId: newId(), text, files, ...about, createdAt, state: 'sending' });
    this.show();
    this.courier.kick();
  }

  retry(clientId: string): void {
    const entry = this.outbox.get(clientId);
    if (entry) this.outbox.put({ ...entry, state: 'sending', problem: undefined });
    this.show();
    this.courier.kick();
  }

  discard(clientId: string): void {
    this.outbox.remove(clientId);
    this.show();
  }

  /** The line may hold now. */
  push(): void {
    if (this.outbox.next()) this.courier.kick();
  }

  /** Their stored twins are in the thread. */
  settle(clientIds: Iterable<string | null>): void {
    this.outbox.settle(clientIds);
    this.show();
  }

  changedElsewhere(key: string, before: string | null): void {
    if (!this.outbox.changedElsewhere(key, before)) return;
    this.show();
    this.push();
  }

  list(): Unsent[] {
    return this.outbox.list();
  }

  begin(): void {
    this.outbox.forgetOld(Date.now());
    this.show();
  }

  stop(): void {
    clearTimeout(this.twinTimer);
    this.courier.stop();
  }

  clear(): void {
    this.outbox.clear();
    this.show();
  }

  private show(): void {
    const outbox = this.outbox.list();
    const text = JSON.stringify(outbox);
    if (text === this.shown) return;
    this.shown = text;
    this.deps.changed(outbox);
    clearTimeout(this.twinTimer);
    if (outbox.some(({ state }) => state === 'sent'))
      this.twinTimer = setTimeout(() => void this.deps.catchUp().catch(() => undefined), TWIN_LATE_MS);
  }

  private async deliver(entry: Unsent): Promise<void> {
    const { line, token, rest } = this.deps;
    if (line.isLive) {
      const answer = await line.request(requestOf(entry)).catch(() => null);
      const refused = (answer as { error?: { code: string; message: string } } | null)?.error;
      if (refused) throw new Refusal(PASSING.has(refused.code) ? 503 : 422, refused.code, refused.message);
      if (answer) return;
    }
    const bearer = token();
    if (!bearer) throw new Refusal(401, 'unknown_session', '');
    await rest.send(bearer, requestOf(entry));
  }
}
