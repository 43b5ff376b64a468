/** The one keyboard map: it feeds the handler, the palette's hints, tooltips and the `?` sheet. */
export const SHORTCUTS = [
  { id: 'palette', keys: 'mod+k', label: 'Command palette', group: 'Anywhere' },
  { id: 'search', keys: '/', label: 'Search tickets', group: 'Anywhere' },
  { id: 'help', keys: '?', label: 'Keyboard shortcuts', group: 'Anywhere' },
  { id: 'close', keys: 'Escape', label: 'Leave the field, or back to the list', group: 'Anywhere' },
  { id: 'next', keys: 'j', also: 'ArrowDown', label: 'Next ticket', group: 'List' },
  { id: 'previous', keys: 'k', also: 'ArrowUp', label: 'Previous ticket', group: 'List' },
  { id: 'open', keys: 'Enter', label: 'Open ticket', group: 'List' },
  { id: 'reply', keys: 'r', label: 'Reply', group: 'Ticket' },
  { id: 'note', keys: 'n', label: 'Write a note', group: 'Ticket' },
  { id: 'resolve', keys: 'e', label: 'Resolve', group: 'Ticket' },
  { id: 'resolve_next', keys: 'shift+E', label: 'Resolve and go to the next', group: 'Ticket' },
  { id: 'take', keys: 'i', label: 'Assign to me', group: 'Ticket' },
  { id: 'assign', keys: 'a', label: 'Assign to …', group: 'Ticket' },
  { id: 'tag', keys: 'l', label: 'Tag', group: 'Ticket' },
  { id: 'spam', keys: '#', label: 'Mark as spam', group: 'Ticket' },
  { id: 'panel', keys: '\\', label: 'Show or hide the customer', group: 'Ticket' },
  { id: 'ask_draft', keys: 'd', label: 'Let the AI write a draft', group: 'Ticket' },
  { id: 'copilot', keys: 'c', label: 'Ask the copilot', group: 'Ticket' },
  { id: 'rewrite', keys: 'mod+i', label: 'Word the reply differently with AI', group: 'Ticket' },
  { id: 'use_draft', keys: 'mod+j', label: 'Put the AI draft into the reply', group: 'Ticket' },
  { id: 'approve', keys: 'y', label: 'Approve what waits for your yes', group: 'Ticket' },
  { id: 'send', keys: 'mod+Enter', label: 'Send', group: 'Ticket' },
  { id: 'undo_send', keys: 'z', label: 'Take back what was just sent', group: 'Ticket' },
  { id: 'go_all', keys: 'g a', label: 'Go to all tickets', group: 'Go to' },
  { id: 'go_mine', keys: 'g m', label: 'Go to mine', group: 'Go to' },
  { id: 'go_unassigned', keys: 'g u', label: 'Go to unassigned', group: 'Go to' },
  { id: 'go_ai_drafts', keys: 'g d', label: 'Go to AI drafts', group: 'Go to' },
  { id: 'go_ai_handed_over', keys: 'g h', label: 'Go to handed over', group: 'Go to' },
  { id: 'go_resolved', keys: 'g r', label: 'Go to resolved', group: 'Go to' },
  { id: 'go_actions', keys: 'g c', label: 'Go to actions', group: 'Go to' },
  { id: 'go_settings', keys: 'g s', label: 'Go to settings', group: 'Go to' },
] as const satisfies readonly { id: string; keys: string; also?: string; label: string; group: string }[];

export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

/** The second key of "g m" must follow within this many milliseconds. */
export const CHORD_MS = 1200;

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** A key press as the map writes it: meaning, not position, so other layouts work. */
export function nameOf(press: KeyPress): string {
  const mod = press.ctrlKey || press.metaKey ? 'mod+' : '';
  const letter = press.key.length === 1 && /\p{L}/u.test(press.key);
  // A sign such as "#" or "?" already says that shift was held on the layouts that need it.
  const shift = press.shiftKey && (letter || press.key.length > 1) ? 'shift+' : '';
  const key = letter && !shift ? press.key.toLowerCase() : press.key;
  return `${mod}${shift}${key}`;
}

/** With a modifier or as a named key it is safe while typing; a bare letter is text. */
export function worksWhileTyping(name: string): boolean {
  return name.startsWith('mod+') || name === 'Escape';
}

/** Follows key presses and tells which shortcut one completes, chords included. */
export class Chords {
  private prefix: string | null = null;
  private prefixAt = 0;

  press(press: KeyPress, typing: boolean, now: number, singleKeys = true): ShortcutId | null {
    if (press.altKey || press.key === 'Shift' || press.key === 'Control' || press.key === 'Meta') return null;
    const name = nameOf(press);
    const prefix = now - this.prefixAt <= CHORD_MS ? this.prefix : null;
    this.prefix = null;
    const safe = worksWhileTyping(name);
    if (!safe && (typing || !singleKeys)) return null;
    const wanted = prefix ? `${prefix} ${name}` : name;
    const found = SHORTCUTS.find(
      (shortcut) => shortcut.keys === wanted || ('also' in shortcut && shortcut.also === wanted),
    );
    if (found) return found.id;
    if (!prefix && SHORTCUTS.some((shortcut) => shortcut.keys.startsWith(`${name} `))) {
      this.prefix = name;
      this.prefixAt = now;
    }
    return null;
  }
}

const SIGNS: Record<string, string> = { Escape: 'Esc', Enter: '↵', ArrowDown: '↓', ArrowUp: '↑', shift: '⇧' };

/** The keys of a shortcut as caps to show: [["Ctrl", "K"]] or [["G"], ["M"]]. */
export function capsOf(id: ShortcutId, mac: boolean): string[][] {
  const keys = SHORTCUTS.find((shortcut) => shortcut.id === id)?.keys ?? '';
  const cap = (key: string): string => {
    if (key === 'mod') return mac ? '⌘' : 'Ctrl';
    return SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  };
  return keys.split(' ').map((step) => step.split('+').map(cap));
}

export const textOf = (id: ShortcutId, mac: boolean): string =>
  capsOf(id, mac)
    .map((step) => step.join('+'))
    .join(' then ');
