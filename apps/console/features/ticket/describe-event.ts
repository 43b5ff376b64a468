import type { EventBody, EventMap, EventType, PersonBody } from '@satchel/contracts';
import { channelName } from '../../lib/channel-words';
import { words } from '../../lib/format';

const is = <K extends EventType>(event: EventBody, type: K): event is EventBody<K> & EventBody => event.type === type;

const TURN_WORDS: Record<string, string> = {
  sent: 'AI answered',
  drafted: 'AI wrote a draft',
  handed_over: 'AI handed over',
  skipped: 'AI stayed silent',
};

/** One line of the timeline: who did what, in words. */
export function describeEvent(event: EventBody, people: readonly PersonBody[]): string {
  const nameOf = (id: string | null): string => people.find((person) => person.id === id)?.name ?? 'somebody';
  const actor = actorOf(event, nameOf);
  if (is(event, 'ticket.created')) return openedOver(event.payload.channel);
  if (is(event, 'ticket.status_changed')) return `${actor} set the status to ${words(event.payload.to)}`;
  if (is(event, 'ticket.assigned')) {
    const { to } = event.payload;
    if (to === null) return `${actor} unassigned the ticket`;
    return to === event.actor.id ? `${actor} took the ticket` : `${actor} assigned ${nameOf(to)}`;
  }
  if (is(event, 'ticket.tagged')) return `${actor} ${tagging(event.payload)}`;
  if (is(event, 'ticket.joined')) return `${actor} joined this ticket to #${event.payload.intoNumber}`;
  if (is(event, 'ticket.took_in')) return `${actor} joined #${event.payload.fromNumber} to this ticket`;
  if (is(event, 'ticket.subject_changed')) return `${actor} changed the subject`;
  const action = describeAction(event, actor);
  if (action) return action;
  if (is(event, 'ai.handed_over')) return `AI handed over: ${event.payload.reason}`;
  if (is(event, 'ai.turn_finished')) return TURN_WORDS[event.payload.outcome] ?? `AI: ${words(event.payload.outcome)}`;
  return words(event.type.replace('.', ' '));
}

/** What was done to an order, or is waited for; null: the event is about something else. */
function describeAction(event: EventBody, actor: string): string | null {
  if (is(event, 'action.proposed')) return `${actor} asked for: ${event.payload.summary}`;
  if (is(event, 'action.decided')) return decided(event.payload, actor);
  if (is(event, 'action.done')) return `${actor} ${lowerFirst(event.payload.summary)}`;
  if (is(event, 'action.failed')) return `Not done: ${event.payload.summary}. ${event.payload.reason}`;
  if (is(event, 'action.uncertain')) return `Not known yet whether it happened: ${event.payload.summary}`;
  if (is(event, 'action.undone')) return `${actor} took back: ${event.payload.summary}`;
  return null;
}

function decided({ summary, verdict, by, reason }: EventMap['action.decided'], actor: string): string {
  if (by === 'person') {
    if (verdict === 'deny') return `${actor} declined: ${summary}${reason ? `. ${reason}` : ''}`;
    return `${actor} approved: ${summary}`;
  }
  if (verdict === 'deny') return `Against the rules: ${summary}. ${reason}`;
  if (verdict === 'needs_approval') return `Waits for approval: ${summary}. ${reason}`;
  if (verdict === 'needs_confirm') return `Waits for a yes: ${summary}. ${reason}`;
  return `Allowed by the rules: ${summary}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const openedOver = (channel: string): string =>
  channel === 'api'
    ? 'Ticket opened through the API'
    : `Ticket opened by ${channelName(channel).replace(/^(Email|Live chat)$/, (name) => name.toLowerCase())}`;

function tagging({ added, removed }: { added: string[]; removed: string[] }): string {
  const parts = [
    added.length ? `added ${added.join(', ')}` : '',
    removed.length ? `removed ${removed.join(', ')}` : '',
  ];
  return parts.filter(Boolean).join(' and ');
}

function actorOf(event: EventBody, nameOf: (id: string | null) => string): string {
  switch (event.actor.kind) {
    case 'person':
      return nameOf(event.actor.id);
    case 'ai':
      return 'AI';
    case 'customer':
      return 'The customer';
    case 'api':
      return 'The API';
    default:
      return 'Satchel';
  }
}
