import { people, type SeedPerson } from './people';
import type { SeedRows } from './seed-rows';
import { Story, type StoryOptions } from './story';
import { tickets } from './tickets';

const HOUR = 3_600_000;
/** Customers were known before they wrote. */
const KNOWN_SINCE_HOURS = 20 * 24;

/** The whole demo as rows, relative to `now`: the same for the same moment and the same ids. */
export function demoRows(options: StoryOptions): SeedRows {
  const rows: SeedRows = {
    customers: [],
    addresses: [],
    tickets: [],
    messages: [],
    turns: [],
    drafts: [],
    tags: [],
    ticketTags: [],
    events: [],
  };
  const known = new Map(people.map((person, index) => [person.email, addCustomer(rows, options, person, index)]));
  const inOrder = [...tickets].sort((a, b) => b.hoursAgo - a.hoursAgo);
  inOrder.forEach((ticket, index) => {
    const person = known.get(ticket.customer);
    if (!person) throw new Error(`${ticket.customer} is not among the demo's people`);
    new Story(rows, options, ticket, person, index + 1).tell();
  });
  rows.events.sort((a, b) => a.at.getTime() - b.at.getTime());
  return rows;
}

function addCustomer(
  rows: SeedRows,
  { now, newId }: StoryOptions,
  person: SeedPerson,
  index: number,
): SeedPerson & { id: string } {
  const at = new Date(now.getTime() - (KNOWN_SINCE_HOURS + index) * HOUR);
  const id = newId(at);
  const { email, name, locale, phone } = person;
  rows.customers.push({ id, name, locale, created_at: at });
  const address = { customer_id: id, verified_at: at, verified_how: 'authenticated_mail' as const, created_at: at };
  const unproven = { ...address, verified_at: null, verified_how: null };
  rows.addresses.push({ ...address, id: newId(at), kind: 'email', value: email });
  if (phone) rows.addresses.push({ ...unproven, id: newId(at), kind: 'phone', value: phone });
  rows.events.push({
    id: newId(at),
    type: 'customer.created',
    ticket_id: null,
    actor_kind: 'system',
    actor_id: null,
    payload: { customerId: id },
    at,
  });
  return { ...person, id };
}
