import type { WidgetClientEvents, WidgetServerEvents } from '@satchel/contracts';
import { AppError, Config, EventTail, Log, Metrics } from '@satchel/kernel';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import {
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { LiveSockets, sessionRoom, SOCKET_OPTIONS, visitorRoom, WIDGET } from '../live-sockets';
import { checked } from './checked';
import { clientIp } from './client-ip';
import { type AtDoor, mayUse } from './widget-door.guard';
import { WidgetDoors } from './widget-door.service';
import { type Listener, WidgetListeners } from './widget-listeners';
import { WidgetMessageQueries } from './widget-message.queries';
import { readerOf, WidgetMessages } from './widget-messages.service';
import { WidgetPush } from './widget-push.service';
import { WidgetSend } from './widget-send.service';
import type { SessionRow } from './widget-session.queries';
import { WidgetSessions } from './widget-sessions.service';
import { SeenDto, SendDto } from './widget.dto';

interface Data {
  door: AtDoor;
  session: SessionRow;
  listener?: Listener;
}
type WidgetSocket = Socket<WidgetClientEvents, WidgetServerEvents, Record<string, never>, Data>;
type WidgetNamespace = Namespace<WidgetClientEvents, WidgetServerEvents, Record<string, never>, Data>;

/** Browsers say it every three seconds; whoever says it more often is not heard. */
const TYPING_EVERY_MS = 2_000;
const CURSOR = /^\d{1,19}\.\d{1,18}$/;

/** A visitor's live line: what is said to them comes at once, and a line that broke goes on where it was. */
@WebSocketGateway({ ...SOCKET_OPTIONS, namespace: WIDGET })
export class WidgetGateway
  implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect, OnApplicationBootstrap, OnModuleDestroy
{
  private unsubscribe: () => void = () => undefined;
  private readonly sockets;

  constructor(
    private readonly doors: WidgetDoors,
    private readonly sessions: WidgetSessions,
    private readonly sends: WidgetSend,
    private readonly messages: WidgetMessages,
    private readonly queries: WidgetMessageQueries,
    private readonly listeners: WidgetListeners,
    private readonly pushes: WidgetPush,
    private readonly live: LiveSockets,
    private readonly tail: EventTail,
    private readonly config: Config,
    private readonly log: Log,
    metrics: Metrics,
  ) {
    this.sockets = metrics.gauge('satchel_widget_sockets', 'Visitors who are connected to this node.');
  }

  afterInit(server: WidgetNamespace): void {
    this.live.attach(server.server);
    server.use((socket, next) => {
      this.enter(socket).then(
        () => next(),
        (error: unknown) => {
          const isRefusal = error instanceof AppError && error.status < 500;
          if (!isRefusal) this.log.error({ err: error }, 'a visitor could not be let in');
          next(new Error(isRefusal ? 'unknown_session' : 'try_again'));
        },
      );
    });
  }

  onApplicationBootstrap(): void {
    this.unsubscribe = this.tail.subscribe((events) => this.pushes.push(events));
  }

  onModuleDestroy(): void {
    this.unsubscribe();
  }

  async handleConnection(socket: WidgetSocket): Promise<void> {
    const { door, session } = socket.data;
    const listener: Listener = {
      ...readerOf(door, session),
      session,
      cursor: null,
      ticketId: null,
      turn: Promise.resolve(),
      emit: (event, ...body) => void socket.emit(event, ...body),
      drop: () => void socket.disconnect(true),
    };
    socket.data.listener = listener;
    await socket.join([visitorRoom(door.connectionId, session.visitorId), sessionRoom(session.id)]);
    this.listeners.add(listener);
    this.sockets.inc();
    const after: unknown = socket.handshake.auth['after'];
    this.pushes.replay(listener, typeof after === 'string' && CURSOR.test(after) ? after : null);
    this.hear(socket, listener);
  }

  handleDisconnect(socket: WidgetSocket): void {
    if (!socket.data.listener) return;
    this.listeners.remove(socket.data.listener);
    this.sockets.dec();
  }

  private async enter(socket: WidgetSocket): Promise<void> {
    const { auth, headers, address, secure } = socket.handshake;
    const door = await this.doors.open(auth['key']);
    if (!door || (headers.origin !== undefined && !mayUse(door, headers.origin, this.config)))
      throw new AppError('unknown_chat', 404, 'There is no such chat for this page.');
    const token: unknown = auth['token'];
    const session = await this.sessions.need(door, token);
    const scheme = secure || headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
    const { publicUrlGiven, publicUrl } = this.config;
    const baseUrl = publicUrlGiven ? publicUrl : `${scheme}://${headers.host}`;
    socket.data = { door: { ...door, ip: clientIp(address, headers), baseUrl, token: String(token) }, session };
  }

  private hear(socket: WidgetSocket, listener: Listener): void {
    const { door, session } = socket.data;
    socket.on('send', (body, done) => {
      if (typeof done !== 'function') return;
      // Asked anew: the session may have ended elsewhere, or learnt the visitor's name since.
      this.answer(async () =>
        this.sends.send(door, await this.sessions.need(door, door.token), checked(SendDto, body)),
      ).then(done, () => undefined);
    });
    socket.on('seen', (body) => {
      this.quietly(async () => this.messages.seen(listener, session, checked(SeenDto, body).messageId));
    });
    let typedAt = 0;
    socket.on('typing', () => {
      const now = performance.now();
      if (typedAt !== 0 && now - typedAt < TYPING_EVERY_MS) return;
      typedAt = now;
      this.quietly(async () => {
        listener.ticketId ??= await this.queries.currentTicket(listener.ctx, listener);
        if (listener.ticketId)
          this.live.visitorTypes(listener.ctx.workspaceId, listener.ticketId, session.name ?? 'Visitor');
      });
    });
  }

  private async answer<T>(work: () => Promise<T>): Promise<T | { error: { code: string; message: string } }> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError) return { error: { code: error.code, message: error.message } };
      this.log.error({ err: error }, 'what a visitor sent could not be taken');
      return { error: { code: 'try_again', message: 'We cannot take that just now. Try again in a moment.' } };
    }
  }

  private quietly(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      if (!(error instanceof AppError)) this.log.warn({ err: error }, "a visitor's signal was lost");
    });
  }
}
