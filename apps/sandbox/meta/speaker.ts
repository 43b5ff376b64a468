import { sha256Hex } from '../hooks/signatures';
import { mediaView, type StoredMedia } from '../phone/media';
import { taken, type Speaker, type Spoken } from '../phone/speaker';
import { LINE_NUMBER, newGraphId, newWamid } from './account';
import { tellStatus } from './outbound';
import type { MetaParts } from './parts';

function kindOf(contentType: string): 'image' | 'audio' | 'video' | 'document' {
  const kind = contentType.split('/')[0];
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'document';
}

/** The part of a message that differs by its type. */
function bodyOf({ uploads }: MetaParts, spoken: Spoken, file: StoredMedia | null): object {
  if (spoken.reaction !== null)
    return { type: 'reaction', reaction: { message_id: spoken.replyTo?.id, emoji: spoken.reaction } };
  if (spoken.choice && spoken.replyTo?.choices.some((one) => one.id.startsWith('template:')))
    return { type: 'button', button: { payload: spoken.choice.title, text: spoken.choice.title } };
  if (spoken.choice) return { type: 'interactive', interactive: { type: 'button_reply', button_reply: spoken.choice } };
  if (!file) return { type: 'text', text: { body: spoken.text } };
  const id = newGraphId();
  uploads.set(id, file);
  const kind = kindOf(file.contentType);
  return {
    type: kind,
    [kind]: {
      ...(kind !== 'audio' && spoken.text ? { caption: spoken.text } : {}),
      ...(kind === 'document' ? { filename: file.filename } : {}),
      mime_type: file.contentType,
      sha256: Buffer.from(sha256Hex(file.content), 'hex').toString('base64'),
      id,
    },
  };
}

/** What customers do in WhatsApp, told as the Cloud API tells it: one message per file. */
export function metaSpeaker(parts: MetaParts): Speaker {
  const { phones, hooks, whatsapp, now } = parts;

  const sayOne = async (spoken: Spoken, file: StoredMedia | null) => {
    const id = spoken.id ?? newWamid();
    const known = phones.find(id);
    const message =
      known ??
      phones.add({
        id,
        network: 'whatsapp',
        via: 'meta',
        customer: spoken.customer,
        line: LINE_NUMBER,
        direction: 'in',
        text: spoken.text,
        media: file ? [mediaView(file)] : [],
        choices: [],
        replyTo: spoken.replyTo?.id ?? null,
        reaction: spoken.reaction,
        status: 'sent',
        error: null,
      });
    const from = spoken.customer.slice(1);
    const delivery = await whatsapp.tell({
      contact: { profile: { name: spoken.name }, wa_id: from },
      message: {
        ...(spoken.replyTo && spoken.reaction === null
          ? {
              context: {
                from: spoken.replyTo.direction === 'out' ? LINE_NUMBER.slice(1) : from,
                id: spoken.replyTo.id,
              },
            }
          : {}),
        from,
        id,
        timestamp: String(Math.floor(now().getTime() / 1000)),
        ...bodyOf(parts, spoken, file),
      },
    });
    if (taken(delivery)) phones.progress(message, 'delivered');
    return { message, delivery };
  };

  return {
    async say(spoken) {
      const [first = null, ...others] = spoken.files;
      const said = sayOne(spoken, first);
      await Promise.all(others.map((file) => sayOne({ ...spoken, text: '', id: null }, file)));
      return said;
    },
    seen(read) {
      for (const message of read) {
        if (phones.progress(message, 'read')) void tellStatus(parts, message, 'read');
      }
    },
    line: () => LINE_NUMBER,
    connected: () => hooks.get('meta') !== null,
  };
}
