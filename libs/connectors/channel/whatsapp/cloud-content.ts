import type { InboundFile } from '../../port';
import { fileNameFor, plainType } from '../../vendor/file-names';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';

type Fields = Record<string, unknown>;

export interface Content {
  text: string;
  files: InboundFile[];
  automated: string | null;
  notices: string[];
  /** The message that a reaction is about. */
  about: string;
}

const said = (text: string, more: Partial<Content> = {}): Content => ({
  text,
  files: [],
  automated: null,
  notices: [],
  about: '',
  ...more,
});

const media = (value: Fields): Content => said(textIn(value.caption), { files: fileOf(value) });

/** What each type of message says, https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components. */
const TYPES: Readonly<Record<string, (value: Fields, message: Fields) => Content>> = {
  text: (value) => said(textIn(value.body)),
  image: media,
  audio: media,
  video: media,
  document: media,
  sticker: media,
  location: (value) => said(placeOf(value)),
  contacts: (_, message) => said(listIn(message.contacts).map(cardOf).filter(Boolean).join('\n')),
  reaction: (value) =>
    said(textIn(value.emoji) || 'Took a reaction back.', { automated: 'reaction', about: textIn(value.message_id) }),
  button: (value) => said(textIn(value.text) || textIn(value.payload)),
  interactive: (value) => said(answerOf(value)),
  order: (value) => said(orderOf(value)),
  system: (value) =>
    said(textIn(value.body) || 'WhatsApp told something about this customer.', {
      automated: 'told by WhatsApp',
      notices: textIn(value.wa_id) ? [`The customer now writes from +${textIn(value.wa_id)}.`] : [],
    }),
  unsupported: (_, message) => unreadable(message),
  unknown: (_, message) => unreadable(message),
};

export function contentOf(message: Fields): Content {
  const type = textIn(message.type);
  const tell = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  return tell ? tell(fieldsIn(message[type]), message) : unreadable(message);
}

function unreadable(message: Fields): Content {
  const [error] = listIn(message.errors).map(fieldsIn);
  const why = textIn(fieldsIn(error?.error_data).details) || textIn(error?.title);
  return said('(a message that cannot be shown here)', {
    notices: [`WhatsApp does not hand out this kind of message${why ? `: ${why.slice(0, 200)}` : ''}.`],
  });
}

function fileOf(value: Fields): InboundFile[] {
  const mediaId = textIn(value.id);
  if (mediaId === '') return [];
  const contentType = plainType(value.mime_type);
  const filename = textIn(value.filename).slice(0, 200) || fileNameFor(contentType, 1);
  return [{ filename, contentType, content: { ref: { mediaId } }, contentId: null, inline: false }];
}

export function placeOf(value: Fields): string {
  const [latitude, longitude] = [textIn(value.latitude), textIn(value.longitude)];
  const point = latitude && longitude ? `https://maps.google.com/?q=${latitude},${longitude}` : '';
  return ['Location', textIn(value.name), textIn(value.address), point].filter(Boolean).join('\n');
}

function cardOf(card: unknown): string {
  const { name, phones, emails, org } = fieldsIn(card);
  const ways = [
    ...listIn(phones).map((one) => textIn(fieldsIn(one).phone)),
    ...listIn(emails).map((one) => textIn(fieldsIn(one).email)),
  ];
  const who = [textIn(fieldsIn(name).formatted_name), textIn(fieldsIn(org).company)].filter(Boolean).join(', ');
  return who || ways.length > 0 ? `Contact: ${[who, ...ways].filter(Boolean).join(', ')}` : '';
}

function answerOf(value: Fields): string {
  const reply = fieldsIn(value[textIn(value.type)]);
  return [textIn(reply.title), textIn(reply.description)].filter(Boolean).join('\n') || textIn(reply.body);
}

function orderOf(value: Fields): string {
  const items = listIn(value.product_items).map((item) => {
    const { quantity, product_retailer_id: product, item_price: price, currency } = fieldsIn(item);
    return `${textIn(quantity)} x ${textIn(product)} (${textIn(price)} ${textIn(currency)})`;
  });
  return ['Order from the catalogue:', ...items, textIn(value.text)].filter(Boolean).join('\n');
}
