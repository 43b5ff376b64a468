import type {
  WidgetFileBody,
  WidgetMessagesBody,
  WidgetSendRequest,
  WidgetServerEvents,
  WidgetSessionBody,
} from '@satchel/contracts';
import { backoff } from '../lib/backoff';
import { Line, type LineState } from '../lib/line';
import { type Lock, tabLock } from '../lib/lock';
import { Memory } from '../lib/memory';
import { Refusal, Rest } from '../lib/rest';
import { SessionKeeper } from '../lib/session-keeper';
import type { Shelf } from '../lib/storage';
import { Store } from '../lib/store';
import { markSeen, merge, unreadCount } from '../lib/thread';
import { Post } from './post';
import { type ChatState, NEW_CHAT } from './state';

const TYPING_SHOWN_MS = 6000;
const TYPING_TOLD_MS = 3000;
const CONFIG_OLD_MS = 60_000;
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
  /** Somebody else may come: what only this tab knows is to be forgotten too. */
  forgotten: () => void;
}

/** The conversation: what is known of it, and all that the visitor can do to it. Draws nothing. */
export class Chat {
  readonly store = new Store<ChatState>(NEW_CHAT);
  readonly rest: Rest;
  private readonly lock: Lock;
  private readonly memory: Memory;
  private readonly keeper: SessionKeeper;
  private readonly post: Post;
  private readonly line: Line;
  private cursor: string | null = null;
  /** Raised when everything is forgotten: an answer to a question from before counts for nothing. */
  private life = 0;
  private startTimer: ReturnType<typeof setTimeout> | undefined;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private typingToldAt = 0;
  private toldSeen: string | null = null;
  /** The token that this tab works with; storage may hold a newer one, by another tab. */
  private tokenHere: string | null = null;
  private visit = 0;
  private configAt = 0;
  /** When the signed addresses of files were made. */
  freshAt = 0;

  constructor(private readonly deps: ChatDeps) {
    const { origin, key } = deps;
    this.rest = new Rest(origin, key);
    this.lock = tabLock(deps.shelf);
    this.memory = new Memory(deps.shelf, key);
    const about = () => ({ locale: deps.locale, page: deps.page() });
    this.keeper = new SessionKeeper(this.rest, this.memory, this.lock, about, deps.identity);
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
    this.post = new Post({
      shelf: deps.shelf,
      lock: this.lock,
      name: this.memory.name,
      rest: this.rest,
      line: this.line,
      token: () => this.keeper.token,
      renew: () => this.renew(),
      catchUp: () => this.catchUp(),
      changed: (outbox) => this.store.set({ outbox }),
    });
  }

  get token(): string | null {
    return this.keeper.token;
  }

  async begin(failures = 0): Promise<void> {
    clearTimeout(this.startTimer);
    const life = this.life;
    this.post.begin();
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
      this.post.push();
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
    const isFirst = !this.store.get().messages.some(({ from }) => from === 'visitor');
    const about = visitor ?? (isFirst ? (this.store.get().profile ?? undefined) : undefined);
    this.memory.set({ spoke: true });
    this.post.write(text, files, { visitor: about, page: this.deps.page() });
    this.deps.emit('sent');
  }

  retry(clientId: string): void {
    this.post.retry(clientId);
  }

  discard(clientId: string): void {
    this.post.discard(clientId);
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
    this.post.push();
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
    else this.post.changedElsewhere(key, before);
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
    if (merged !== known) {
      const ids = new Set(known.map(({ id }) => id));
      const news = merged.filter(({ id, from }) => !ids.has(id) && from !== 'visitor');
      this.store.set({ messages: merged, ...(news.length && { typing: null }) });
      if (!quiet) for (const { text, from } of news) this.deps.emit('message', { text, from });
    }
    this.post.settle(messages.map(({ clientId }) => clientId));
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

  private lineIs(line: LineState): void {
    this.store.set({ line });
    if (line === 'live' || line === 'polling') {
      this.post.push();
      if (this.store.get().open) this.see();
    }
  }

  private countUnread(): void {
    this.store.set({ unread: unreadCount(this.store.get().messages, this.memory.seenUpTo) });
  }

  private theyType({ ended, ...typing }: Parameters<WidgetServerEvents['typing']>[0]): void {
    if (ended && this.store.get().typing?.from !== typing.from) return;
    clearTimeout(this.typingTimer);
    this.store.set({ typing: ended ? null : typing });
    if (ended) return;
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
    this.line.stop();
    this.post.stop();
    this.cursor = this.tokenHere = this.toldSeen = null;
    const { open, config } = this.store.get();
    this.store.set({ ...NEW_CHAT, open, config, outbox: this.post.list(), visit: this.visit });
  }

  private forget(identity: string | null = null): void {
    this.memory.clear();
    this.forgetHere(identity);
    this.reset();
  }

  private forgetHere(identity: string | null = null): void {
    this.visit += 1;
    this.post.clear();
    this.keeper.use(identity);
    this.deps.forgotten();
  }
}
