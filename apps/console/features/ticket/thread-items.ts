import type { EventBody } from '@satchel/contracts';
import type { ThreadMessage } from '../../lib/echo';
import { sameDay } from '../../lib/format';

export type ThreadItem =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'message'; key: string; message: ThreadMessage }
  | { kind: 'events'; key: string; events: EventBody[] };

type Entry = { at: string; message: ThreadMessage } | { at: string; event: EventBody };

/**
 * The thread as it is read: messages in time, a divider where the day changes, and what else happened between two
 * messages folded into one line. Events older than the oldest loaded message wait for their page.
 */
export function threadItems(
  messages: readonly ThreadMessage[],
  events: readonly EventBody[],
  hasOlder: boolean,
): ThreadItem[] {
  const from = messages[0]?.createdAt;
  const told = events.filter((event) => !saysNothing(event));
  const shown = hasOlder && from ? told.filter((event) => event.at >= from) : told;
  const entries: Entry[] = [
    // A ticket opens, then its first message stands in it, though both carry one time.
    ...shown.map((event) => ({ at: event.at, event })),
    ...messages.map((message) => ({ at: message.createdAt, message })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  const items: ThreadItem[] = [];
  let day: string | null = null;
  for (const entry of entries) {
    if (day === null || !sameDay(day, entry.at)) items.push({ kind: 'day', key: `day:${entry.at}`, at: entry.at });
    day = entry.at;
    const last = items.at(-1);
    if ('message' in entry) {
      // The key outlives the change from echo to stored message, so nothing flickers.
      const key = entry.message.clientId ?? entry.message.id;
      items.push({ kind: 'message', key, message: entry.message });
    } else if (last?.kind === 'events') last.events.push(entry.event);
    else items.push({ kind: 'events', key: `events:${entry.event.id}`, events: [entry.event] });
  }
  return items;
}

/** That the rules allow something is news only when they do not. */
function saysNothing(event: EventBody): boolean {
  if (event.type !== 'action.decided') return false;
  const { by, verdict } = (event as EventBody<'action.decided'>).payload;
  return by === 'policy' && verdict === 'allow';
}
