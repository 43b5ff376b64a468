import { words } from './format';

const NAMES: Record<string, string> = {
  email: 'Email',
  sms: 'SMS',
  chat: 'Live chat',
  whatsapp: 'WhatsApp',
  messenger: 'Messenger',
  instagram: 'Instagram',
  social: 'Messenger',
  api: 'API',
};

/** An account is spelled `<network>:<id>`; its id is the network's own and tells a reader nothing. */
const networkOf = (address: string | null | undefined): string | null => /^([a-z]+):/.exec(address ?? '')?.[1] ?? null;
/** What a visitor of the chat is known by. */
const OPAQUE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The channel's name for people; one this console has never heard of keeps its own word. */
export function channelName(channel: string, address?: string | null): string {
  const network = networkOf(address);
  return (network && NAMES[network]) || (NAMES[channel] ?? words(channel));
}

/** An address as a person reads it; null when it is only an id. */
export function readableAddress(address: string | null | undefined): string | null {
  return !address || networkOf(address) || OPAQUE.test(address) ? null : address;
}

/** Stored where a message brought none. */
const NO_SUBJECT = '(no subject)';

/** What a ticket is called. `hasSubjects`: whether talks over its channel have a subject of their own (`traits.subject`). */
export function ticketTitle(
  ticket: {
    subject: string;
    channel: string;
    customer: { address: string | null };
  },
  hasSubjects: boolean,
): string {
  const none = ticket.subject === '' || ticket.subject === NO_SUBJECT;
  if (!none) return ticket.subject;
  return hasSubjects ? NO_SUBJECT : `${channelName(ticket.channel, ticket.customer.address)} conversation`;
}
