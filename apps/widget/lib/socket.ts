import { decode, encodeConnect, encodeEvent, type Packet, PONG } from './packets';

/** From the first byte to "connected"; a proxy that swallows upgrades says nothing at all. */
const CONNECT_MS = 10_000;
const ACK_MS = 10_000;

export type SocketEnd = { connected: boolean; refused: string | null };

export interface SocketHandlers {
  connected: () => void;
  event: (name: string, body: unknown) => void;
  /** Exactly once, whatever the cause, unless we closed it ourselves. */
  ended: (how: SocketEnd) => void;
}

/** One connection from its start to its end; who wants another makes another. */
export class Socket {
  private readonly ws: WebSocket;
  private readonly acks = new Map<number, (body: unknown) => void>();
  private watchdog: ReturnType<typeof setTimeout>;
  private nextAck = 0;
  private silenceMs = CONNECT_MS;
  private heardAt = Date.now();
  private isConnected = false;
  private isOver = false;

  constructor(
    origin: string,
    private readonly auth: object,
    private readonly handlers: SocketHandlers,
    Transport: typeof WebSocket = WebSocket,
  ) {
    this.ws = new Transport(`${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
    this.ws.onmessage = ({ data }: MessageEvent) => this.take(decode(String(data)));
    this.ws.onclose = () => this.end(null);
    this.ws.onerror = () => this.end(null);
    this.watchdog = setTimeout(() => this.end(null), CONNECT_MS);
  }

  get connected(): boolean {
    return this.isConnected && !this.isOver;
  }

  /** No ping for longer than the server allows itself, by the wall clock: timers stand still while a machine sleeps. */
  get stale(): boolean {
    return Math.abs(Date.now() - this.heardAt) > this.silenceMs;
  }

  emit(name: string, body?: unknown): void {
    if (this.connected) this.ws.send(encodeEvent(name, body));
  }

  /** Answers with what the server says; throws when the connection ends or stays silent before. */
  request(name: string, body: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.connected) return reject(new Error('not connected'));
      const id = this.nextAck++;
      const timer = setTimeout(() => settle(() => reject(new Error('no answer'))), ACK_MS);
      const settle = (how: () => void): void => {
        clearTimeout(timer);
        this.acks.delete(id);
        how();
      };
      this.acks.set(id, (answer) => settle(() => (this.isOver ? reject(new Error('ended')) : resolve(answer))));
      this.ws.send(encodeEvent(name, body, id));
    });
  }

  close(): void {
    this.finish();
  }

  private take(packet: Packet): void {
    if (this.isOver) return;
    this.heardAt = Date.now();
    switch (packet.kind) {
      case 'open':
        this.silenceMs = packet.pingInterval + packet.pingTimeout;
        this.ws.send(encodeConnect(this.auth));
        break;
      case 'ping':
        this.ws.send(PONG);
        break;
      case 'connected':
        this.isConnected = true;
        this.handlers.connected();
        break;
      case 'refused':
        return this.end(packet.code);
      case 'closed':
        return this.end(null);
      case 'event':
        this.handlers.event(packet.name, packet.body);
        break;
      case 'ack':
        this.acks.get(packet.id)?.(packet.body);
        break;
      case 'other':
        break;
    }
    if (this.isConnected) this.watch();
  }

  private watch(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.end(null), this.silenceMs);
  }

  private end(refused: string | null): void {
    if (this.isOver) return;
    const connected = this.isConnected;
    this.finish();
    this.handlers.ended({ connected, refused });
  }

  private finish(): void {
    this.isOver = true;
    clearTimeout(this.watchdog);
    for (const waiting of [...this.acks.values()]) waiting(null);
    this.ws.onmessage = this.ws.onclose = this.ws.onerror = null;
    try {
      this.ws.close();
    } catch {
      // It never opened.
    }
  }
}
