import { useEffect, useRef } from 'react';
import { Chords, type ShortcutId } from './keyboard';
import { readPreference } from './preferences';

const ONCE: ReadonlySet<ShortcutId> = new Set<ShortcutId>(['approve', 'send']);

type Handler = () => void;
const handlers = new Map<ShortcutId, Handler[]>();

/** While the component stands, the shortcut does this; the one that came last wins. */
export function useShortcut(id: ShortcutId, handler: Handler, enabled = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    const run: Handler = () => latest.current();
    handlers.set(id, [...(handlers.get(id) ?? []), run]);
    return () =>
      void handlers.set(
        id,
        (handlers.get(id) ?? []).filter((other) => other !== run),
      );
  }, [id, enabled]);
}

export function runShortcut(id: ShortcutId): boolean {
  const run = handlers.get(id)?.at(-1);
  run?.();
  return run !== undefined;
}

export const canRun = (id: ShortcutId): boolean => (handlers.get(id)?.length ?? 0) > 0;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Menus and dialogs handle their own keys; Enter and arrows belong to a focused control. */
function belongsToControl(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.closest('[role="dialog"], [role="menu"], [role="listbox"]')) return !(event.ctrlKey || event.metaKey);
  return event.key === 'Enter' && Boolean(target?.closest('button, a, summary')) && !(event.ctrlKey || event.metaKey);
}

/** Installed once by the shell. */
export function listenForShortcuts(): () => void {
  const chords = new Chords();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || belongsToControl(event)) return;
    const singleKeys = readPreference('singleKeys') !== 'off';
    const id = chords.press(event, isTyping(event.target), event.timeStamp, singleKeys);
    // A key that is held down says yes once.
    if (id && event.repeat && ONCE.has(id)) return;
    if (id && runShortcut(id)) event.preventDefault();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}

export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent);
