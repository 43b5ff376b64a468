import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { WidgetListeners } from './widget-listeners';
import type { Whose } from './widget-message.queries';

/** A widget shows each word of it for six seconds. */
const TELL_EVERY_MS = 4_000;
/** A turn that takes longer has died with its process. */
const MOST_TIMES = 30;

/** Shows the visitors of this node that the AI is at work on their ticket, until it is through. */
@Injectable()
export class AiTyping implements OnModuleDestroy {
  private readonly atWork = new Map<string, { whose: Whose; timer: NodeJS.Timeout }>();

  constructor(private readonly listeners: WidgetListeners) {}

  begin(ticketId: string, whose: Whose): void {
    this.end(ticketId);
    let times = 1;
    const timer = setInterval(() => {
      if ((times += 1) > MOST_TIMES) return this.end(ticketId);
      this.tell(whose);
    }, TELL_EVERY_MS).unref();
    this.atWork.set(ticketId, { whose, timer });
    this.tell(whose);
  }

  end(ticketId: string): void {
    const known = this.atWork.get(ticketId);
    if (!known) return;
    clearInterval(known.timer);
    this.atWork.delete(ticketId);
    this.tell(known.whose, true);
  }

  onModuleDestroy(): void {
    for (const { timer } of this.atWork.values()) clearInterval(timer);
  }

  private tell(whose: Whose, isOver = false): void {
    for (const listener of this.listeners.of(whose))
      listener.emit('typing', { from: 'ai', name: null, ...(isOver && { ended: true }) });
  }
}
