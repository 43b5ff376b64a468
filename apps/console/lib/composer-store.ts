import { useSyncExternalStore } from 'react';

export type ComposerKind = 'reply' | 'note';

interface Writing {
  kind: ComposerKind;
  reply: string;
  note: string;
}

const EMPTY: Writing = { kind: 'reply', reply: '', note: '' };
const writings = new Map<string, Writing>();
const listeners = new Set<() => void>();

/** What is being written, per ticket: survives moving between tickets; the server keeps the reply beyond that. */
export const composer = {
  read: (ticketId: string): Writing => writings.get(ticketId) ?? EMPTY,
  write(ticketId: string, change: Partial<Writing>): void {
    writings.set(ticketId, { ...composer.read(ticketId), ...change });
    for (const listener of listeners) listener();
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useWriting(ticketId: string): Writing {
  return useSyncExternalStore(subscribe, () => composer.read(ticketId));
}

let focusField: () => void = () => undefined;
/** The composer on screen offers its field; whoever puts text into it also moves the cursor there. */
export function offerFocus(focus: () => void): () => void {
  focusField = focus;
  return () => {
    focusField = () => undefined;
  };
}
export const focusComposer = (): void => focusField();
