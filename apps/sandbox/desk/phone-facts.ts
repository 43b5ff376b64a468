import { createHash } from 'node:crypto';
import { scopedId } from '../meta/account';
import { carrierOf, type PhoneParts } from '../phone/phone.routes';
import type { Carrier, Network, PhoneMessage } from '../phone/phone.types';
import type { World } from '../seed/world';

/** Somebody who is no customer has a telephone as well; from a range kept for stories. */
const strangers: Record<string, string> = { 'robin.fox@elsewhere.example': '+447700900118' };

export interface Contacts {
  phone: string;
  messenger: string;
  instagram: string;
}

/** Under which numbers and ids a person writes: their own number where the shop knows one, else always the same one. */
export function contactsOf(world: World, email: string): Contacts {
  const known = world.customerByEmail(email)?.phone;
  const digest = createHash('sha256').update(email.toLowerCase()).digest();
  return {
    phone:
      known ?? strangers[email.toLowerCase()] ?? `+1917555${String(digest.readUInt16BE() % 10_000).padStart(4, '0')}`,
    messenger: scopedId('messenger', email),
    instagram: scopedId('instagram', email),
  };
}

const isUnread = (message: PhoneMessage) => message.direction === 'out' && message.status === 'delivered';

/** How many messages a customer has not looked at, by number or id. */
export function unreadCounts(parts: PhoneParts): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { customer } of parts.phones.filter(isUnread)) counts[customer] = (counts[customer] ?? 0) + 1;
  return counts;
}

const apps: [network: Network, via: Carrier][] = [
  ['sms', 'twilio'],
  ['whatsapp', 'meta'],
  ['whatsapp', 'twilio'],
  ['messenger', 'social'],
  ['instagram', 'social'],
];

/** The threads on a person's phone: those that lead somewhere, those with words in them, and always texts and WhatsApp. */
export function threadsOf(parts: PhoneParts, contacts: Contacts) {
  const { phones, speakers } = parts;
  return apps.flatMap(([network, via]) => {
    const customer = network === 'messenger' || network === 'instagram' ? contacts[network] : contacts.phone;
    const key = { network, via, customer };
    const messages = phones.thread(key);
    const connected = speakers[via].connected(network);
    const usual = via === carrierOf(parts, network) && (network === 'sms' || network === 'whatsapp');
    if (messages.length === 0 && !connected && !usual) return [];
    return [
      {
        ...key,
        line: speakers[via].line(network),
        connected,
        openUntil: network === 'sms' ? null : (phones.windowUntil(key)?.toISOString() ?? null),
        stopped: network === 'sms' && phones.hasStopped(customer),
        messages,
      },
    ];
  });
}
