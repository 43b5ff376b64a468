import type { Faults } from '../control/faults';
import type { Hooks } from '../hooks/hooks';
import type { Later } from '../hooks/later';
import { INSTAGRAM_ID, newMid, PAGE_ID } from '../meta/account';
import type { HubCaller } from '../meta/hub';
import { fetchMedia } from '../phone/fetch-media';
import { mediaView, type MediaStore, type StoredMedia } from '../phone/media';
import type { Choice, PhoneMessage } from '../phone/phone.types';
import type { Phones } from '../phone/phones';
import type { SocialItem } from './body';

export type SocialNetwork = 'messenger' | 'instagram';

export interface SocialParts {
  phones: Phones;
  media: MediaStore;
  hooks: Hooks;
  faults: Faults;
  later: Later;
  hub: HubCaller<SocialItem>;
  /** Those who wrote to the page, by their id on it. */
  people: Map<string, { name: string; network: SocialNetwork }>;
  now: () => Date;
  where: () => string;
}

export const pageOf = (network: SocialNetwork): string => (network === 'instagram' ? INSTAGRAM_ID : PAGE_ID);

export interface SocialMessage {
  network: SocialNetwork;
  to: string;
  text: string;
  /** A file that came along, or where it is to be had. */
  file: StoredMedia | { link: string } | null;
  choices: Choice[];
  replyTo: string | null;
}

export function sendOut(parts: SocialParts, sent: SocialMessage): string {
  const id = newMid();
  parts.later.in(1, () => carry(parts, id, sent));
  return id;
}

async function carry(
  parts: SocialParts,
  id: string,
  { network, to, text, file: sent, choices, replyTo }: SocialMessage,
) {
  const { phones, media, hooks, later } = parts;
  const link = sent && 'link' in sent ? sent.link : null;
  const file = sent && 'link' in sent ? await fetchMedia(hooks, media, sent.link) : sent;
  const message = phones.add({
    id,
    network,
    via: 'social',
    customer: to,
    line: pageOf(network),
    direction: 'out',
    text: text || (file ? '' : (link ?? '')),
    media: file ? [mediaView(file)] : [],
    choices,
    replyTo,
    reaction: null,
    status: 'sent',
    error: null,
  });
  void tellEcho(parts, message);
  later.in(1, () => {
    if (phones.progress(message, 'delivered')) void tellWatermark(parts, message, 'delivery');
  });
}

/** The page hears of what it said itself. */
function tellEcho({ hub, now }: SocialParts, message: PhoneMessage) {
  const page = message.line;
  return hub.tell({
    network: message.network as SocialNetwork,
    event: {
      sender: { id: page },
      recipient: { id: message.customer },
      timestamp: now().getTime(),
      message: { mid: message.id, text: message.text, is_echo: true },
    },
  });
}

/** Messenger and Instagram name a moment, not messages: all before it were delivered, or read. */
export function tellWatermark({ hub, now }: SocialParts, message: PhoneMessage, kind: 'delivery' | 'read') {
  const watermark = now().getTime();
  const ends = { sender: { id: message.customer }, recipient: { id: message.line }, timestamp: watermark };
  const network = message.network as SocialNetwork;
  if (network === 'instagram' && kind === 'delivery') return Promise.resolve(null);
  const read = network === 'instagram' ? { mid: message.id } : { watermark };
  const event = kind === 'read' ? { ...ends, read } : { ...ends, delivery: { mids: [message.id], watermark } };
  return hub.tell({ network, event });
}
