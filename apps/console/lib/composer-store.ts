import type { AttachmentBody } from '@satchel/contracts';
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

let takeFiles: (files: readonly AttachmentBody[]) => void = () => undefined;
/** The composer on screen takes files back that were to go with a message that was taken back. */
export function offerFiles(take: typeof takeFiles): () => void {
  takeFiles = take;
  return () => {
    takeFiles = () => undefined;
  };
}

/** Puts what was taken back before what was written since. */
export function giveBack(ticketId: string, text: string, files: readonly AttachmentBody[]): void {
  const { reply } = composer.read(ticketId);
  // The server may have told of the draft already.
  const known = reply === text || reply.startsWith(`${text}\n\n`);
  composer.write(ticketId, { kind: 'reply', ...(!known && { reply: [text, reply].filter(Boolean).join('\n\n') }) });
  takeFiles(files);
  focusComposer();
}
