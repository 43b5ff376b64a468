import type { WidgetMessagesBody, WidgetSendRequest, WidgetServerEvents } from '@satchel/contracts';
import { backoff } from './backoff';
import { Socket, type SocketEnd } from './socket';

const RETRY = { firstMs: 1000, mostMs: 30_000 };
/** Nobody looks: all tabs of a shop that come back after a restart need not come back at once. */
const HIDDEN_RETRY = { firstMs: 5000, mostMs: 120_000 };
const FAILURES_BEFORE_POLLING = 3;
const POLL_MS = 4000;
const HIDDEN_POLL_MS = 30_000;
const SOCKET_AGAIN_MS = 60_000;

export type LineState = 'connecting' | 'live' | 'polling' | 'down';

export interface LineDeps {
  origin: string;
  auth: () => { key: string; token: string | null; after: string | null };
  /** Fetches what is missing by REST and applies it; throws when that fails. */
  poll: () => Promise<void>;
  hidden: () => boolean;
  state: (state: LineState) => void;
  messages: (body: WidgetMessagesBody) => void;
  typing: WidgetServerEvents['typing'];
  seen: (body: { at: string }) => void;
  online: (body: { online: boolean }) => void;
  /** The token is dead. The line rests until it is started again. */
  sessionGone: () => void;
  transport?: typeof WebSocket;
  retry?: { firstMs: number; mostMs: number };
  pollMs?: number;
}

/** Keeps a way to the desk open: a socket, and after three failures REST every few seconds until the socket works again. */
export class Line {
  private socket: Socket | null = null;
  private socketTimer: ReturnType<typeof setTimeout> | undefined;
  private pollTimer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private isRunning = false;
  private isPolling = false;
  private wasDown = false;

  constructor(private readonly deps: LineDeps) {}

  start(): void {
    this.stop();
    this.isRunning = true;
    this.failures = 0;
    this.deps.state('connecting');
    this.open();
  }

  stop(): void {
    this.isRunning = false;
    this.isPolling = false;
    clearTimeout(this.socketTimer);
    clearTimeout(this.pollTimer);
    this.socket?.close();
    this.socket = null;
  }

  /** The page is looked at again, the network is back, or the machine woke up. */
  wake({ networkChanged = false } = {}): void {
    if (!this.isRunning) return;
    if (this.socket && !this.socket.stale && !networkChanged) return;
    this.failures = Math.min(this.failures, FAILURES_BEFORE_POLLING);
    this.open();
    if (this.isPolling) this.pollSoon(0);
  }

  /** True when it was handed to a live socket; else there is REST. */
  get isLive(): boolean {
    return this.socket?.connected === true && !this.socket.stale;
  }

  request(body: WidgetSendRequest): Promise<unknown> {
    return this.socket ? this.socket.request('send', body) : Promise.reject(new Error('not connected'));
  }

  tell(name: 'typing' | 'seen', body?: object): void {
    this.socket?.emit(name, body);
  }

  private open(): void {
    clearTimeout(this.socketTimer);
    this.socket?.close();
    const { deps } = this;
    this.socket = new Socket(
      deps.origin,
      deps.auth(),
      {
        connected: () => {
          this.failures = 0;
          this.isPolling = false;
          clearTimeout(this.pollTimer);
          deps.state('live');
        },
        event: (name, body) => this.take(name, body),
        ended: (how) => this.ended(how),
      },
      deps.transport,
    );
  }

  private ended({ connected, refused }: SocketEnd): void {
    this.socket = null;
    if (!this.isRunning) return;
    if (refused === 'unknown_session') {
      this.stop();
      return this.deps.sessionGone();
    }
    if (!connected) this.failures += 1;
    if (this.failures >= FAILURES_BEFORE_POLLING && !this.isPolling) {
      this.isPolling = true;
      this.pollSoon(0);
    } else if (!this.isPolling) this.deps.state('connecting');
    const retry = this.deps.retry ?? (this.deps.hidden() ? HIDDEN_RETRY : RETRY);
    const wait = this.isPolling && !this.deps.retry ? SOCKET_AGAIN_MS : backoff(this.failures, retry);
    clearTimeout(this.socketTimer);
    this.socketTimer = setTimeout(() => this.open(), wait);
  }

  private pollSoon(ms: number): void {
    clearTimeout(this.pollTimer);
    this.pollTimer = setTimeout(() => void this.poll(), ms);
  }

  private async poll(): Promise<void> {
    const works = await this.deps.poll().then(
      () => true,
      () => false,
    );
    if (!this.isRunning || !this.isPolling) return;
    this.deps.state(works ? 'polling' : 'down');
    // It was the desk that was away, not the socket that is forbidden here.
    if (works && this.wasDown && !this.socket) this.open();
    this.wasDown = !works;
    this.pollSoon(this.deps.pollMs ?? (this.deps.hidden() ? HIDDEN_POLL_MS : POLL_MS));
  }

  private take(name: string, body: unknown): void {
    switch (name) {
      case 'messages':
        return this.deps.messages(body as WidgetMessagesBody);
      case 'typing':
        return this.deps.typing(body as Parameters<WidgetServerEvents['typing']>[0]);
      case 'seen':
        return this.deps.seen(body as { at: string });
      case 'online':
        return this.deps.online(body as { online: boolean });
    }
  }
}
