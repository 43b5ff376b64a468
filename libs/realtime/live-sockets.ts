import type { ConsoleServerEvents, WidgetServerEvents } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import type { DefaultEventsMap, Namespace, Server } from 'socket.io';

export const CONSOLE = '/console';
export const WIDGET = '/widget';

/** One server for both; its options are those of whichever gateway is found first. */
export const SOCKET_OPTIONS = {
  transports: ['websocket' as const, 'polling' as const],
  perMessageDeflate: false,
  serveClient: false,
  // Shops' pages poll from their own origins. No credentials: a cookie is never sent along, so the console stays shut.
  cors: { origin: '*', methods: ['GET', 'POST'] },
};

export const workspaceRoom = (workspaceId: string): string => `workspace:${workspaceId}`;
export const visitorRoom = (connectionId: string, visitorId: string): string => `visitor:${connectionId}:${visitorId}`;
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;

/** What consoles and widgets tell each other without anything being written; over all nodes when they are joined by Redis. */
@Injectable()
export class LiveSockets {
  private server: Pick<Server, 'of'> | null = null;

  attach(server: Pick<Server, 'of'>): void {
    this.server = server;
  }

  visitorTypes(workspaceId: string, ticketId: string, name: string): void {
    const consoles = this.consoles()?.to(workspaceRoom(workspaceId)).volatile;
    consoles?.emit('typing', { ticketId, from: 'customer', name });
  }

  weType(to: { connectionId: string; visitorId: string }, from: 'person' | 'ai', name: string | null): void {
    const widgets = this.widgets()?.to(visitorRoom(to.connectionId, to.visitorId)).volatile;
    widgets?.emit('typing', { from, name });
  }

  /** Whether anybody of the workspace has a console open. */
  async someoneIsHere(workspaceId: string): Promise<boolean> {
    const sockets = await this.consoles()?.in(workspaceRoom(workspaceId)).fetchSockets();
    return (sockets?.length ?? 0) > 0;
  }

  endSession(sessionId: string): void {
    this.widgets()?.in(sessionRoom(sessionId)).disconnectSockets(true);
  }

  private consoles(): Namespace<DefaultEventsMap, ConsoleServerEvents> | undefined {
    return this.server?.of(CONSOLE);
  }

  private widgets(): Namespace<DefaultEventsMap, WidgetServerEvents> | undefined {
    return this.server?.of(WIDGET);
  }
}
