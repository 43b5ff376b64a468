import type { WidgetFileBody, WidgetMessagesBody, WidgetSendRequest, WidgetSessionBody } from '@satchel/contracts';
import { backoff } from '../lib/backoff';
import { Courier } from '../lib/courier';
import { Line, type LineState } from '../lib/line';
import { type Lock, tabLock } from '../lib/lock';
import { Memory } from '../lib/memory';
import { newId } from '../lib/new-id';
import { Outbox, requestOf, type Unsent } from '../lib/outbox';
import { Refusal, Rest } from '../lib/rest';
import { SessionKeeper } from '../lib/session-keeper';
import type { Shelf } from '../lib/storage';
import { Store } from '../lib/store';
import { markSeen, merge, unreadCount } from '../lib/thread';
import { type ChatState, NEW_CHAT } from './state';

const TYPING_SHOWN_MS = 6000;
const TYPING_TOLD_MS = 3000;
const CONFIG_OLD_MS = 60_000;
const TWIN_LATE_MS = 5000;
const START_RETRY = { firstMs: 2000, mostMs: 30_000 };

export interface ChatDeps {
  origin: string;
  key: string;
  identity: string | null;
  locale: string;
  shelf: Shelf;
  page: () => WidgetSendRequest['page'];
  hidden: () => boolean;
  emit: (event: 'message' | 'sent' | 'error', detail?: unknown) => void;
}

/** The conversation: what is known of it, and all that the visitor can do to it. Draws nothing. */
export class Chat {
  readonly store = new Store<ChatState>(NEW_CHAT);
  readonly rest: Rest;
  private readonly lock: Lock;
  private readonly memory: Memory;
  private readonly outbox: Outbox;
  private readonly keeper: SessionKeeper;
  private readonly courier: Courier;
  private readonly line: Line;
  private cursor: string | null = null;
  /** Raised when everything is forgotten: an answer to a question from before counts for nothing. */
  private life = 0;
  private startTimer: ReturnType<typeof setTimeout> | undefined;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private twinTimer: ReturnType<typeof setTimeout> | undefined;
  private typingToldAt = 0;
  private toldSeen: string | null = null;
  /** The token that this tab works with; storage may hold a newer one, by another tab. */
  private tokenHere: string | null = null;
  private configAt = 0;
  /** When the signed addresses of files were made. */
  freshAt = 0;

  constructor(private readonly deps: ChatDeps) {
    const { origin, key } = deps;
    this.rest = new Rest(origin, key);
    this.lock = tabLock(deps.shelf);
    this.memory = new Memory(deps.shelf, key);
    this.outbox = new Outbox(deps.shelf, `${this.memory.name}:out:`);
    const about = () => ({ locale: deps.locale, page: deps.page() });
    this.keeper = new SessionKeeper(this.rest, this.memory, this.lock, about, deps.identity);
    this.courier = new Courier({
      outbox: this.outbox,
      lock: this.lock,
      lockName: `${this.memory.name}:send`,
      deliver: (entry) => this.deliver(entry),
      renew: () => this.renew(),
      changed: () => this.showOutbox(),
    });
    this.line = new Line({
      origin,
      auth: () => ({ key, token: this.keeper.token, after: this.cursor }),
      poll: () => this.catchUp(),
      hidden: deps.hidden,
      state: (line) => this.lineIs(line),
      messages: (body) => this.apply(body),
      typing: (body) => this.theyType(body),
      seen: ({ at }) => this.store.set({ messages: markSeen(this.store.get().messages, at) }),
      online: ({ online }) => this.setOnline(online),
      sessionGone: () => void this.begin(),
    });
  }

  get token(): string | null {
    return this.keeper.token;
  }

  async begin(failures = 0): Promise<void> {
    clearTimeout(this.startTimer);
    const life = this.life;
    this.outbox.forgetOld(Date.now());
    this.showOutbox();
    try {
      const config = await this.rest.config();
      if (life !== this.life) return;
      this.configAt = Date.now();
      this.memory.set({ look: { color: config.color, position: config.position } });
      this.store.set({ config, profile: this.memory.get().profile });
      if (config.identityRequired && !this.keeper.isIdentified) return this.store.set({ phase: 'sign-in' });
      await this.renew();
      if (life !== this.life) return;
      this.store.set({ phase: 'ready' });
      this.line.start();
      this.courier.kick();
    } catch (error) {
      if (life !== this.life) return;
      this.deps.emit('error', error);
      const isFinal = error instanceof Refusal && !error.isPassing;
      const phase = !isFinal ? 'trying' : this.store.get().config?.identityRequired ? 'sign-in' : 'refused';
      this.store.set({ phase, line: 'down' });
      if (!isFinal) this.startTimer = setTimeout(() => void this.begin(failures + 1), backoff(failures, START_RETRY));
    }
  }

  send(text: string, files: WidgetFileBody[] = [], visitor?: WidgetSendRequest['visitor']): void {
    const last = this.outbox.list().at(-1);
    // A clock that was set back must not put this before what was written earlier.
    const at = Math.max(Date.now(), last ? Date.parse(last.createdAt) + 1 : 0);
    const isFirst = !this.store.get().messages.some(({ from }) => from === 'visitor');
    this.outbox.put({
      clientId: newId(),
      text,
      files,
      visitor: visitor ?? (isFirst ? (this.store.get().profile ?? undefined) : undefined),
      page: this.deps.page(),
      createdAt: new Date(at).toISOString(),
      state: 'sending',
    });
    this.memory.set({ spoke: true });
    this.showOutbox();
    this.courier.kick();
    this.deps.emit('sent');
  }

  retry(clientId: string): void {
    const entry = this.outbox.get(clientId);
    if (entry) this.outbox.put({ ...entry, state: 'sending', problem: undefined });
    this.showOutbox();
    this.courier.kick();
  }

  discard(clientId: string): void {
    this.outbox.remove(clientId);
    this.showOutbox();
  }

  keepProfile(profile: NonNullable<ChatState['profile']>): void {
    this.memory.set({ profile });
    this.store.set({ profile });
  }

  typing(): void {
    if (Math.abs(Date.now() - this.typingToldAt) < TYPING_TOLD_MS) return;
    this.typingToldAt = Date.now();
    this.line.tell('typing');
  }

  /** The visitor looks at the thread, down to its end. */
  see(): void {
    const last = this.store.get().messages.findLast(({ from }) => from !== 'visitor');
    if (!last || this.deps.hidden()) return;
    const before = this.memory.seenUpTo;
    if (!before || Date.parse(before) < Date.parse(last.createdAt)) this.memory.seenUpTo = last.createdAt;
    if (!last.readAt && this.toldSeen !== last.id && this.line.isLive) {
      this.toldSeen = last.id;
      this.line.tell('seen', { messageId: last.id });
    }
    this.countUnread();
  }

  /** Looked at again, back on the network, or awake after a night. */
  wake(options: { networkChanged?: boolean } = {}): void {
    const { phase } = this.store.get();
    if (phase === 'trying') return void this.begin();
    if (phase !== 'ready') return;
    this.line.wake(options);
    if (this.outbox.next()) this.courier.kick();
    if (Math.abs(Date.now() - this.configAt) > CONFIG_OLD_MS) void this.refreshConfig();
  }

  /** The page is put aside; an open socket would keep it from coming back at once. */
  pause(): void {
    this.line.stop();
  }

  /** It is shown again as it was. */
  resume(): void {
    if (this.store.get().phase === 'ready') this.line.start();
  }

  identify(identity: string): void {
    if (this.keeper.identify(identity)) this.forget(identity);
    else this.reset();
    void this.begin();
  }

  shutdown(): void {
    const { token } = this.keeper;
    this.forget();
    if (token) void this.rest.end(token);
  }

  /** Another tab wrote to storage. */
  changedElsewhere(key: string | null, before: string | null): void {
    if (key === null || (key === this.memory.tokenName && this.keeper.token !== this.tokenHere)) {
      if (!this.keeper.token) this.forgetHere();
      this.reset();
      if (this.keeper.token || this.store.get().open) void this.begin();
    } else if (key === this.memory.seenName) this.countUnread();
    else if (this.outbox.changedElsewhere(key, before)) {
      this.showOutbox();
      if (this.outbox.next()) this.courier.kick();
    }
  }

  /** Everything again, with new addresses for the files. */
  async renew(): Promise<void> {
    const life = this.life;
    const session = await this.keeper.obtain();
    if (life !== this.life) return;
    const moved = this.tokenHere !== null && this.tokenHere !== session.token;
    this.adopt(session);
    // The socket of the session before would stay silent.
    if (moved && this.store.get().phase === 'ready') this.line.start();
  }

  private adopt(session: WidgetSessionBody): void {
    this.tokenHere = session.token;
    this.store.set({ visitor: session.visitor, loyalty: session.loyalty });
    this.apply(session, { quiet: true });
    if (session.messages.length) this.memory.set({ spoke: true });
    this.freshAt = Date.now();
  }

  private apply({ messages, cursor }: WidgetMessagesBody, { quiet = false } = {}): void {
    const known = this.store.get().messages;
    const merged = merge(known, messages);
    this.cursor = cursor;
    this.outbox.settle(messages.map(({ clientId }) => clientId));
    if (merged !== known) {
      const ids = new Set(known.map(({ id }) => id));
      const news = merged.filter(({ id, from }) => !ids.has(id) && from !== 'visitor');
      this.store.set({ messages: merged, ...(news.length && { typing: null }) });
      if (!quiet) for (const { text, from } of news) this.deps.emit('message', { text, from });
    }
    this.showOutbox();
    this.countUnread();
  }

  private async catchUp(): Promise<void> {
    const { token } = this.keeper;
    if (!token) return this.renew();
    try {
      this.apply(await this.rest.messages(token, this.cursor));
    } catch (error) {
      if (error instanceof Refusal && error.isSessionGone) return this.renew();
      throw error;
    }
  }

  private async deliver(entry: Unsent): Promise<void> {
    if (this.line.isLive) {
      const answer = await this.line.request(requestOf(entry)).catch(() => null);
      const refused = (answer as { error?: { code: string; message: string } } | null)?.error;
      if (refused) throw new Refusal(PASSING.has(refused.code) ? 503 : 422, refused.code, refused.message);
      if (answer) return;
    }
    const { token } = this.keeper;
    if (!token) throw new Refusal(401, 'unknown_session', '');
    await this.rest.send(token, requestOf(entry));
  }

  private lineIs(line: LineState): void {
    this.store.set({ line });
    if (line === 'live' || line === 'polling') {
      if (this.outbox.next()) this.courier.kick();
      if (this.store.get().open) this.see();
    }
  }

  private showOutbox(): void {
    const outbox = this.outbox.list();
    if (JSON.stringify(outbox) === JSON.stringify(this.store.get().outbox)) return;
    this.store.set({ outbox });
    clearTimeout(this.twinTimer);
    if (outbox.some(({ state }) => state === 'sent'))
      this.twinTimer = setTimeout(() => void this.catchUp().catch(() => undefined), TWIN_LATE_MS);
  }

  private countUnread(): void {
    this.store.set({ unread: unreadCount(this.store.get().messages, this.memory.seenUpTo) });
  }

  private theyType(typing: NonNullable<ChatState['typing']>): void {
    clearTimeout(this.typingTimer);
    this.store.set({ typing });
    this.typingTimer = setTimeout(() => this.store.set({ typing: null }), TYPING_SHOWN_MS);
  }

  private setOnline(online: boolean): void {
    const { config } = this.store.get();
    if (config && config.online !== online) this.store.set({ config: { ...config, online } });
  }

  private async refreshConfig(): Promise<void> {
    this.configAt = Date.now();
    const config = await this.rest.config().catch(() => null);
    if (config) this.store.set({ config });
  }

  private reset(): void {
    this.life += 1;
    clearTimeout(this.startTimer);
    clearTimeout(this.twinTimer);
    this.line.stop();
    this.courier.stop();
    this.cursor = this.tokenHere = this.toldSeen = null;
    const { open, config } = this.store.get();
    this.store.set({ ...NEW_CHAT, open, config, outbox: this.outbox.list() });
  }

  private forget(identity: string | null = null): void {
    this.memory.clear();
    this.forgetHere(identity);
    this.reset();
  }

  private forgetHere(identity: string | null = null): void {
    this.outbox.clear();
    this.keeper.use(identity);
  }
}

/** Codes of the socket's answer that the same message may well pass later. */
const PASSING = new Set(['rate_limited', 'try_again', 'unavailable', 'internal', 'unknown_session']);
