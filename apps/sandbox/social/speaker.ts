import { newMid } from '../meta/account';
import { mediaView } from '../phone/media';
import { taken, type Speaker } from '../phone/speaker';
import { pageOf, tellWatermark, type SocialNetwork, type SocialParts } from './outbound';

const kindOf = (contentType: string) => {
  const kind = contentType.split('/')[0] ?? '';
  return ['image', 'audio', 'video'].includes(kind) ? kind : 'file';
};

/** What people do in Messenger and Instagram, told as their webhooks tell it. */
export function socialSpeaker(parts: SocialParts): Speaker {
  const { phones, hooks, hub, people, now, where } = parts;
  return {
    async say(spoken) {
      const network = spoken.network as SocialNetwork;
      const { customer, name, text, files, choice, replyTo, reaction } = spoken;
      people.set(customer, { name, network });
      const id = spoken.id ?? newMid();
      const line = pageOf(network);
      const message =
        phones.find(id) ??
        phones.add({
          id,
          network,
          via: 'social',
          customer,
          line,
          direction: 'in',
          text,
          media: files.map(mediaView),
          choices: [],
          replyTo: replyTo?.id ?? null,
          reaction,
          status: 'sent',
          error: null,
        });
      const attachments = files.map((file) => ({
        type: kindOf(file.contentType),
        payload: { url: `${where()}/phone/media/${file.id}` },
      }));
      const said = {
        message: {
          mid: id,
          ...(text ? { text } : {}),
          ...(attachments.length > 0 ? { attachments } : {}),
          ...(choice ? { quick_reply: { payload: choice.id } } : {}),
          ...(replyTo ? { reply_to: { mid: replyTo.id } } : {}),
        },
      };
      const reacted = { reaction: { mid: replyTo?.id, action: 'react', emoji: reaction, reaction: 'other' } };
      const ends = { sender: { id: customer }, recipient: { id: line }, timestamp: now().getTime() };
      const delivery = await hub.tell({ network, event: { ...ends, ...(reaction === null ? said : reacted) } });
      if (taken(delivery)) phones.progress(message, 'delivered');
      return { message, delivery };
    },
    seen(read) {
      const fresh = read.filter((message) => phones.progress(message, 'read'));
      const last = fresh.at(-1);
      if (last) void tellWatermark(parts, last, 'read');
    },
    line: (network) => pageOf(network as SocialNetwork),
    connected: () => hooks.get('social') !== null,
  };
}
