import type ICAL from 'ical.js';
import { storable } from '../../../vendor/storable';

/** A calendar file beyond these is an export, not an invitation. */
const MAX_BYTES = 256 * 1024;
const MAX_EVENTS = 3;

const METHODS: Record<string, string> = {
  REQUEST: 'Invitation',
  CANCEL: 'Cancelled',
  REPLY: 'Answer to an invitation',
  COUNTER: 'Another time is proposed',
  PUBLISH: 'Event',
};
const ANSWERS: Record<string, string> = { ACCEPTED: 'accepts', DECLINED: 'declines', TENTATIVE: 'may come' };

/** The appointments of an iCalendar text (RFC 5545) in lines for a person, by their UID; empty when it cannot be read. */
export async function describeCalendar(ics: string): Promise<Map<string, string>> {
  const described = new Map<string, string>();
  if (ics.length > MAX_BYTES) return described;
  try {
    const { default: Ical } = await import('ical.js');
    const calendar = new Ical.Component(Ical.parse(ics) as unknown[]);
    const method = textOf(calendar.getFirstPropertyValue('method')).toUpperCase();
    for (const component of calendar.getAllSubcomponents('vevent').slice(0, MAX_EVENTS)) {
      const lines = linesOf(component, METHODS[method] ?? 'Event', method === 'REPLY');
      described.set(textOf(component.getFirstPropertyValue('uid')) || `${described.size}`, storable(lines.join('\n')));
    }
  } catch {
    // Not a calendar after all; its bytes are a file like any other.
  }
  return described;
}

function linesOf(event: ICAL.Component, method: string, isReply: boolean): string[] {
  const property = (name: string): string => textOf(event.getFirstPropertyValue(name));
  const cancelled = property('status').toUpperCase() === 'CANCELLED';
  const lines = [`${cancelled ? 'Cancelled' : method}: ${property('summary') || 'without a title'}`];
  const when = whenOf(event);
  if (when) lines.push(`When: ${when}`);
  if (event.hasProperty('rrule')) lines.push(`Repeats: ${textOf(event.getFirstPropertyValue('rrule'))}`);
  if (property('location')) lines.push(`Where: ${property('location')}`);
  const organiser = personOf(event.getFirstProperty('organizer'));
  if (organiser) lines.push(`Organiser: ${organiser}`);
  if (isReply) {
    for (const attendee of event.getAllProperties('attendee').slice(0, MAX_EVENTS)) {
      const answer = ANSWERS[textOf(attendee.getParameter('partstat')).toUpperCase()];
      if (answer) lines.push(`${personOf(attendee)} ${answer}`);
    }
  }
  return lines;
}

function whenOf(event: ICAL.Component): string | null {
  const start = event.getFirstProperty('dtstart');
  const from = timeOf(start);
  if (!start || !from) return null;
  const to = timeOf(event.getFirstProperty('dtend'));
  const zone = textOf(start.getParameter('tzid')) || (from.endsWith('Z') ? 'UTC' : '');
  const shown = (time: string): string => time.replace('T', ' ').replace(/:00Z?$/, '');
  const until = to === null ? '' : ` to ${to.slice(0, 10) === from.slice(0, 10) ? shown(to).slice(11) : shown(to)}`;
  return `${shown(from)}${until}${zone && from.includes('T') ? ` (${zone})` : ''}`;
}

/** "2026-11-23T10:00:00", with a Z when it is UTC; "2026-11-23" for a whole day. */
const timeOf = (property: ICAL.Property | null): string | null =>
  property ? textOf(property.getFirstValue()) || null : null;

function personOf(property: ICAL.Property | null): string {
  if (!property) return '';
  const address = textOf(property.getFirstValue()).replace(/^mailto:/i, '');
  const name = textOf(property.getParameter('cn'));
  return name && name !== address ? `${name} <${address}>` : address;
}

/** The library's values (times, rules) know how to write themselves. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : (value as { toString(): string }).toString();
  return text.replace(/\s+/g, ' ').trim();
}
