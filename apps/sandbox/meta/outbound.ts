import { fetchMedia } from '../phone/fetch-media';
import { mediaView, type StoredMedia } from '../phone/media';
import type { Choice, PhoneMessage } from '../phone/phone.types';
import { LINE_NUMBER, newWamid } from './account';
import type { MetaParts } from './parts';

/** A message that Graph took, understood far enough to show it on a phone. */
export interface Taken {
  to: string;
  text: string;
  choices: Choice[];
  replyTo: string | null;
  reaction: string | null;
  /** A file that is here already, or where it is to be had. */
  file: StoredMedia | { link: string } | null;
  template: boolean;
}

const reasons: Record<number, [title: string, details: string]> = {
  131047: ['Re-engagement message', 'More than 24 hours have passed since the customer last replied to this number.'],
  131053: ['Media upload error', 'Unable to download the media used in the message.'],
  130472: ["User's number is part of an experiment", 'The message was not sent.'],
};

/** One status of the business's message, as the webhook tells it. */
export function tellStatus(parts: MetaParts, message: PhoneMessage, status: 'sent' | 'delivered' | 'read' | 'failed') {
  const [title, details] = reasons[message.error?.code ?? 0] ?? [];
  return parts.whatsapp.tell({
    status: {
      id: message.id,
      status,
      timestamp: String(Math.floor(parts.now().getTime() / 1000)),
      recipient_id: message.customer.slice(1),
      ...(status === 'failed'
        ? { errors: [{ code: message.error?.code, title, message: title, error_data: { details } }] }
        : {
            conversation: { id: `c${message.id.slice(-12, -2)}`, origin: { type: 'service' } },
            pricing: { billable: true, pricing_model: 'PMP', category: 'service', type: 'regular' },
          }),
    },
  });
}

/** Gives it an id at once; carries it and tells how it goes a moment later. */
export function sendOut(parts: MetaParts, taken: Taken): string {
  const id = newWamid();
  parts.later.in(1, () => carry(parts, id, taken));
  return id;
}

async function carry(parts: MetaParts, id: string, taken: Taken): Promise<void> {
  const { phones, media, hooks, faults, later } = parts;
  const file = taken.file && 'link' in taken.file ? await fetchMedia(hooks, media, taken.file.link) : taken.file;
  const shut = !taken.template && !phones.windowUntil({ network: 'whatsapp', via: 'meta', customer: taken.to });
  const code = shut ? 131047 : taken.file && !file ? 131053 : null;
  const shape: Omit<PhoneMessage, 'at'> = {
    id,
    network: 'whatsapp',
    via: 'meta',
    customer: taken.to,
    line: LINE_NUMBER,
    direction: 'out',
    text: taken.text,
    media: file ? [mediaView(file)] : [],
    choices: taken.choices,
    replyTo: taken.replyTo,
    reaction: taken.reaction,
    status: 'sent',
    error: null,
  };
  if (code !== null) {
    // It never reached the phone; only the business hears of it.
    const lost: PhoneMessage = { ...shape, at: '', error: { code, message: reasons[code]?.[0] ?? '' } };
    await tellStatus(parts, lost, 'failed');
    return;
  }
  const message = phones.add(shape);
  if (faults.take('meta', ['out_of_order'])) {
    later.in(1, async () => {
      phones.progress(message, 'delivered');
      await tellStatus(parts, message, 'delivered');
      await tellStatus(parts, message, 'sent');
    });
    return;
  }
  await tellStatus(parts, message, 'sent');
  later.in(1, () => {
    if (phones.progress(message, 'delivered')) void tellStatus(parts, message, 'delivered');
  });
}
