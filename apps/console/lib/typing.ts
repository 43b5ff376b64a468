import { useSyncExternalStore } from 'react';

/** Told again while it goes on: older word of it is no longer true. */
const SHOWN_MS = 6_000;
const TELL_EVERY_MS = 3_000;

/** Which customers are writing just now, by ticket. Never kept: it is gone by itself. */
export class TypingStore {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  isOn(ticketId: string): boolean {
    return this.timers.has(ticketId);
  }

  start(ticketId: string): void {
    clearTimeout(this.timers.get(ticketId));
    const timer = setTimeout(() => this.stop(ticketId), SHOWN_MS);
    this.timers.set(ticketId, timer);
    this.tell();
  }

  stop(ticketId: string): void {
    if (!this.timers.has(ticketId)) return;
    clearTimeout(this.timers.get(ticketId));
    this.timers.delete(ticketId);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const customersTyping = new TypingStore();

export function useTyping(ticketId: string): boolean {
  return useSyncExternalStore(customersTyping.subscribe, () => customersTyping.isOn(ticketId));
}

let line: (ticketId: string) => void = () => undefined;
/** The live line to the server offers its way to tell. */
export function offerTyping(tell: (ticketId: string) => void): () => void {
  line = tell;
  return () => {
    line = () => undefined;
  };
}

const toldAt = new Map<string, number>();
/** Somebody here writes an answer: told at most every three seconds per ticket, however fast they are. */
export function tellTyping(ticketId: string, now = performance.now()): void {
  const last = toldAt.get(ticketId);
  if (last !== undefined && now - last < TELL_EVERY_MS) return;
  toldAt.set(ticketId, now);
  line(ticketId);
}
