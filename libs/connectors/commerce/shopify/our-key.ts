/** Where Shopify has no place for an action's id but a note, it stands at the note's end. */
const mark = (key: string): string => `[satchel:${key}]`;

/** A note for people, with the action's id; cut so that both fit what Shopify takes. */
export function markedNote(text: string | null, key: string, most: number): string {
  const room = most - mark(key).length - 1;
  return [(text ?? '').trim().slice(0, Math.max(0, room)), mark(key)].filter(Boolean).join(' ');
}

export const hasMark = (note: string | null | undefined, key: string): boolean => note?.includes(mark(key)) ?? false;

/** What people wrote; null: nothing. */
export const withoutMark = (note: string | null | undefined): string | null =>
  note?.replace(/\s*\[satchel:[^\]]*\]/g, '').trim() || null;
