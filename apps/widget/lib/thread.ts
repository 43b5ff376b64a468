import type { WidgetMessageBody } from '@satchel/contracts';
import { dayName, sameDay } from './format';
import type { Unsent } from './outbox';

/** What came, put to what was there. Applied twice it changes nothing, and then answers with the very same list. */
export function merge(known: WidgetMessageBody[], fresh: readonly WidgetMessageBody[]): WidgetMessageBody[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  let changed = false;
  for (const message of fresh) {
    const before = byId.get(message.id);
    if (before && JSON.stringify(before) === JSON.stringify(message)) continue;
    // A replay may be older than what the socket has told since.
    byId.set(message.id, before?.readAt && !message.readAt ? { ...message, readAt: before.readAt } : message);
    changed = true;
  }
  return changed ? [...byId.values()].sort(byTime) : known;
}

/** The desk has read all that the visitor wrote up to then. */
export function markSeen(messages: WidgetMessageBody[], at: string): WidgetMessageBody[] {
  const isNews = (message: WidgetMessageBody): boolean =>
    message.from === 'visitor' && !message.readAt && Date.parse(message.createdAt) <= Date.parse(at);
  if (!messages.some(isNews)) return messages;
  return messages.map((message) => (isNews(message) ? { ...message, readAt: at } : message));
}

/** What the desk wrote after the last message that the visitor has seen, in whichever tab. */
export function unreadCount(messages: readonly WidgetMessageBody[], seenUpTo: string | null): number {
  return messages.filter(
    ({ from, readAt, createdAt }) =>
      (from === 'person' || from === 'ai') && !readAt && (!seenUpTo || Date.parse(createdAt) > Date.parse(seenUpTo)),
  ).length;
}

export interface Row {
  /** The same before and after the stored twin takes the place of what was typed. */
  key: string;
  message: WidgetMessageBody;
  unsent: Unsent | null;
  /** Set on the first row of a day. */
  day: string | null;
  /** First and last of what one author wrote in a row. */
  opens: boolean;
  closes: boolean;
}

const TOGETHER_MS = 5 * 60_000;

export function rowsOf(
  messages: readonly WidgetMessageBody[],
  outbox: readonly Unsent[],
  now: Date,
  locale: string,
): Row[] {
  const arrived = new Set(messages.map(({ clientId }) => clientId));
  const waiting = outbox.filter(({ clientId }) => !arrived.has(clientId));
  const all = [
    ...messages.map((message) => ({ message, unsent: null as Unsent | null })),
    ...waiting.map((unsent) => ({ message: asMessage(unsent), unsent })),
  ];
  return all.map(({ message, unsent }, at) => {
    const before = all[at - 1]?.message;
    const after = all[at + 1]?.message;
    const created = new Date(message.createdAt);
    const newDay = !before || !sameDay(new Date(before.createdAt), created);
    return {
      key: message.clientId ?? message.id,
      message,
      unsent,
      day: newDay ? dayName(created, now, locale) : null,
      opens: newDay || !before || !together(before, message),
      closes: !after || !together(message, after) || !sameDay(created, new Date(after.createdAt)),
    };
  });
}

function together(one: WidgetMessageBody, next: WidgetMessageBody): boolean {
  const gap = Math.abs(Date.parse(next.createdAt) - Date.parse(one.createdAt));
  return one.from === next.from && one.authorName === next.authorName && gap < TOGETHER_MS;
}

function asMessage({ clientId, text, files, createdAt }: Unsent): WidgetMessageBody {
  const id = `unsent:${clientId}`;
  return {
    id,
    clientId,
    from: 'visitor',
    authorName: null,
    text,
    attachments: files,
    choices: [],
    createdAt,
    readAt: null,
  };
}

function byTime(one: WidgetMessageBody, other: WidgetMessageBody): number {
  return Date.parse(one.createdAt) - Date.parse(other.createdAt) || (one.id < other.id ? -1 : 1);
}
