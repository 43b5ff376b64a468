import type { ConsoleChanges } from '@satchel/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Rig } from './rig';

/** An agent's screen: what the console's socket is told, and when. */
export class Screen {
  private readonly waiting = new Map<string, (at: number) => void>();

  private constructor(private readonly socket: Socket) {
    socket.on('changes', (changes: ConsoleChanges) => {
      const at = performance.now();
      for (const message of changes.messages) this.waiting.get(message.text.trim())?.(at);
    });
  }

  static async open(rig: Rig): Promise<Screen> {
    const socket = io(`${rig.url}/console`, {
      transports: ['websocket'],
      extraHeaders: { authorization: `Bearer ${rig.apiKey}` },
    });
    const screen = new Screen(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('hello', () => resolve());
      socket.once('connect_error', reject);
    });
    return screen;
  }

  /** When a message of this text shows. Asked for before it is sent. */
  shows(text: string): Promise<number> {
    return new Promise((resolve) => this.waiting.set(text, resolve));
  }

  close(): void {
    this.socket.close();
  }
}
