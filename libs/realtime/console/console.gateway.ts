import type { ConsoleClientEvents, ConsoleServerEvents } from '@satchel/contracts';
import { TypingService } from '@satchel/desk';
import { SocketAuth } from '@satchel/identity';
import { type Ctx, Database, EventLog, EventTail, Log, type LoggedEvent, SYSTEM } from '@satchel/kernel';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { CONSOLE, LiveSockets, SOCKET_OPTIONS, workspaceRoom } from '../live-sockets';
import { WidgetMessageQueries } from '../widget/widget-message.queries';
import { ConsoleChangesReader } from './console-changes';

type ConsoleSocket = Socket<ConsoleClientEvents, ConsoleServerEvents, Record<string, never>, { ctx: Ctx }>;

const REPLAY_PAGE = 200;
/** Screens say it every three seconds. */
const TYPING_EVERY_MS = 2_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A screen that missed more than this is quicker to load anew. */
const REPLAY_MOST = 1000;

/** Everything that happens in a workspace, pushed to the screens of its people; a screen that was away resumes by cursor. */
@WebSocketGateway({ ...SOCKET_OPTIONS, namespace: CONSOLE })
export class ConsoleGateway implements OnGatewayInit, OnGatewayConnection, OnApplicationBootstrap, OnModuleDestroy {
  @WebSocketServer() private readonly server!: Namespace<ConsoleClientEvents, ConsoleServerEvents>;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly auth: SocketAuth,
    private readonly db: Database,
    private readonly events: EventLog,
    private readonly tail: EventTail,
    private readonly changes: ConsoleChangesReader,
    private readonly chats: WidgetMessageQueries,
    private readonly vendors: TypingService,
    private readonly live: LiveSockets,
    private readonly log: Log,
  ) {}

  afterInit(server: Namespace): void {
    this.live.attach(server.server);
    server.use((socket, next) => {
      this.auth.authenticateSocket(socket.handshake.headers).then(
        (ctx) => {
          if (!ctx) return next(new Error('sign in first'));
          (socket.data as { ctx: Ctx }).ctx = ctx;
          next();
        },
        (error: unknown) => {
          this.log.error({ err: error }, 'a socket could not be authenticated');
          next(new Error('try again'));
        },
      );
    });
  }

  onApplicationBootstrap(): void {
    this.unsubscribe = this.tail.subscribe((events) => this.push(events));
  }

  onModuleDestroy(): void {
    this.unsubscribe();
  }

  async handleConnection(socket: ConsoleSocket): Promise<void> {
    this.hearTyping(socket);
    try {
      await this.resume(socket);
    } catch (error) {
      this.log.warn({ err: error }, 'a socket could not resume');
      socket.disconnect(true);
    }
  }

  /** Somebody writes an answer: told to a visitor of our own chat, or by the vendor whose program the customer uses. */
  private hearTyping(socket: ConsoleSocket): void {
    const { ctx } = socket.data;
    let typedAt = 0;
    socket.on('typing', (body) => {
      const ticketId: unknown = (body as { ticketId?: unknown } | null)?.ticketId;
      const now = performance.now();
      if (typeof ticketId !== 'string' || !UUID.test(ticketId) || (typedAt !== 0 && now - typedAt < TYPING_EVERY_MS))
        return;
      typedAt = now;
      this.tellTyping(ctx, ticketId).catch((error: unknown) =>
        this.log.warn({ err: error }, 'that somebody types could not be told'),
      );
    });
  }

  private async tellTyping(ctx: Ctx, ticketId: string): Promise<void> {
    const [visitor] = await this.chats.visitorsOn(ctx, [ticketId]);
    if (visitor) this.live.weType(visitor, 'person', ctx.actor.name.split(' ')[0] ?? null);
    else await this.vendors.tell(ctx, ticketId);
  }

  private async resume(socket: ConsoleSocket): Promise<void> {
    const { ctx } = socket.data;
    const after: unknown = socket.handshake.auth['after'];
    const head = await this.events.head();
    if (typeof after !== 'string') {
      await socket.join(workspaceRoom(ctx.workspaceId));
      socket.emit('hello', { cursor: head, reset: false });
      // What was written between reading the head and joining the room.
      await this.replay(socket, head);
      return;
    }
    const cursor = await this.replay(socket, after);
    await socket.join(workspaceRoom(ctx.workspaceId));
    const end = cursor === null ? null : await this.replay(socket, cursor);
    socket.emit('hello', { cursor: end ?? head, reset: end === null });
  }

  /** Sends what came after the cursor; null when that is too much, or the cursor is none of ours. */
  private async replay(socket: ConsoleSocket, after: string): Promise<string | null> {
    if (!/^\d+\.\d+$/.test(after)) return null;
    let cursor = after;
    for (let sent = 0; sent < REPLAY_MOST; sent += REPLAY_PAGE) {
      const page = await this.events.read(socket.data.ctx, cursor, REPLAY_PAGE);
      const body = await this.changes.read(socket.data.ctx, page.events);
      cursor = page.cursor;
      if (body) socket.emit('changes', body);
      if (page.events.length < REPLAY_PAGE) return cursor;
    }
    return null;
  }

  private async push(events: LoggedEvent[]): Promise<void> {
    const byWorkspace = new Map<string, LoggedEvent[]>();
    for (const event of events)
      byWorkspace.set(event.workspaceId, [...(byWorkspace.get(event.workspaceId) ?? []), event]);
    for (const [workspaceId, happened] of byWorkspace) {
      if (!this.server.adapter.rooms.has(workspaceRoom(workspaceId))) continue;
      const body = await this.changes.read(this.db.ctx(workspaceId, SYSTEM), happened);
      // Every node reads the log itself, so each speaks to its own sockets only.
      if (body) this.server.local.to(workspaceRoom(workspaceId)).emit('changes', body);
    }
  }
}
