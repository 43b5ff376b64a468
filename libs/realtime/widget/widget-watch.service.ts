import { Clock, Log } from '@satchel/kernel';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { WidgetConfig } from './widget-config.service';
import { WidgetDoors } from './widget-door.service';
import { WidgetListeners } from './widget-listeners';
import { WidgetSessionQueries } from './widget-session.queries';

/** How soon a visitor sees that somebody came or went. */
const LOOK_EVERY_MS = 15_000;
/** Looks between two notes that a visitor is still here. */
const NOTE_EVERY = 4;

/** Tells listening visitors when somebody comes or goes, and the database that they are still here. */
@Injectable()
export class WidgetWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly online = new Map<string, boolean>();
  private timer: NodeJS.Timeout | undefined;
  private looks = 0;

  constructor(
    private readonly listeners: WidgetListeners,
    private readonly doors: WidgetDoors,
    private readonly configs: WidgetConfig,
    private readonly sessions: WidgetSessionQueries,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tick(), LOOK_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async tick(): Promise<void> {
    try {
      await this.look();
      if (++this.looks % NOTE_EVERY === 0) await this.note();
    } catch (error) {
      this.log.warn({ err: error }, 'visitors could not be looked after; trying again');
    }
  }

  /** A chat that was switched off lets its visitors go. */
  async look(): Promise<void> {
    const byChat = this.listeners.by(({ connectionId }) => connectionId);
    for (const chat of this.online.keys()) if (!byChat.has(chat)) this.online.delete(chat);
    for (const [chat, listeners] of byChat) {
      const door = await this.doors.open(chat);
      if (!door) {
        listeners.forEach((listener) => listener.drop());
        continue;
      }
      const online = await this.configs.isOnline(door);
      if (this.online.get(chat) === online) continue;
      this.online.set(chat, online);
      listeners.forEach((listener) => listener.emit('online', { online }));
    }
  }

  private async note(): Promise<void> {
    const byWorkspace = this.listeners.by(({ ctx }) => ctx.workspaceId);
    for (const listeners of byWorkspace.values()) {
      const [first] = listeners;
      const ids = [...new Set([...listeners].map(({ session }) => session.id))];
      if (first) await this.sessions.stillHere(first.ctx, ids, this.clock.now());
    }
  }
}
