import type { ConsoleChanges, ConsoleClientEvents, ConsoleServerEvents } from '@satchel/contracts';
import { io, type Socket } from 'socket.io-client';

type LinkState = 'live' | 'lost';

interface Listeners {
  onChanges: (changes: ConsoleChanges) => void;
  /** The server greeted us. `fresh`: what was read before may have missed something, so read it again. */
  onHello: (fresh: boolean) => void;
  onState: (state: LinkState) => void;
  onTyping: (body: { ticketId: string }) => void;
}

export interface Link {
  retry: () => void;
  /** Tells the customer that an answer is being written. */
  type: (ticketId: string) => void;
  close: () => void;
}

/** The console's line to the server: resumes after the last event seen, so a lost minute costs nothing. */
export function connectConsole({ onChanges, onHello, onState, onTyping }: Listeners): Link {
  let cursor: string | null = null;
  const socket: Socket<ConsoleServerEvents, ConsoleClientEvents> = io('/console', {
    transports: ['websocket', 'polling'],
    auth: (give) => give({ after: cursor }),
    reconnectionDelay: 300,
    reconnectionDelayMax: 5000,
  });
  socket.on('hello', (body) => {
    const fresh = cursor === null || body.reset;
    cursor = body.cursor;
    onState('live');
    onHello(fresh);
  });
  socket.on('changes', (changes) => {
    cursor = changes.cursor;
    onChanges(changes);
  });
  socket.on('typing', onTyping);
  let again: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(again);
    again = setTimeout(() => socket.connect(), 2000);
  };
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') return;
    onState('lost');
    // The library does not come back by itself when the server closed the line.
    if (reason === 'io server disconnect') later();
  });
  socket.on('connect_error', () => {
    onState('lost');
    if (!socket.active) later();
  });
  return {
    retry: () => void socket.connect(),
    // Volatile: what could not be told at once is no longer true later.
    type: (ticketId) => void socket.volatile.emit('typing', { ticketId }),
    close: () => {
      clearTimeout(again);
      socket.disconnect();
    },
  };
}
