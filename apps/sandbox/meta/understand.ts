import { graphError, type GraphError } from './graph-error';
import type { Taken } from './outbound';
import type { MetaParts } from './parts';
import { blanksOf, filled, type Template } from './templates';

const LONGEST_TEXT = 4096;
const LONGEST_BUTTON_TEXT = 1024;
const MOST_BUTTONS = 3;
const LONGEST_TITLE = 20;
const MEDIA = ['image', 'audio', 'video', 'document', 'sticker'] as const;

interface MediaPart {
  id?: string;
  link?: string;
  caption?: string;
}

export interface SendBody {
  messaging_product?: string;
  to?: string;
  type?: string;
  context?: { message_id?: string };
  text?: { body?: string };
  image?: MediaPart;
  audio?: MediaPart;
  video?: MediaPart;
  document?: MediaPart;
  sticker?: MediaPart;
  reaction?: { message_id?: string; emoji?: string };
  interactive?: {
    type?: string;
    body?: { text?: string };
    action?: { buttons?: { type?: string; reply?: { id?: string; title?: string } }[] };
  };
  template?: {
    name?: string;
    language?: { code?: string };
    components?: { type?: string; parameters?: { type?: string; text?: string }[] }[];
  };
  status?: string;
  message_id?: string;
  typing_indicator?: { type?: string };
}

const invalid = (details: string): GraphError => graphError(131009, 'Parameter value is not valid', details);
const missing = (details: string): GraphError => graphError(131008, 'Required parameter is missing', details);

type Said = Partial<Taken> | GraphError;
const isError = (said: Said): said is GraphError => 'code' in said;

function textOf({ text }: SendBody): Said {
  if (!text?.body) return missing('text.body is required');
  return text.body.length > LONGEST_TEXT
    ? invalid(`text.body must be at most ${LONGEST_TEXT} long`)
    : { text: text.body };
}

function buttonsOf({ interactive }: SendBody): Said {
  const buttons = interactive?.action?.buttons ?? [];
  const words = interactive?.body?.text ?? '';
  if (interactive?.type !== 'button' || buttons.length === 0 || buttons.length > MOST_BUTTONS)
    return invalid(`interactive.action.buttons holds 1 to ${MOST_BUTTONS} buttons`);
  if (words === '' || words.length > LONGEST_BUTTON_TEXT) return invalid('interactive.body.text is 1 to 1024 long');
  const choices = buttons.map(({ reply }) => ({ id: reply?.id ?? '', title: reply?.title ?? '' }));
  if (choices.some(({ id, title }) => id === '' || title === '' || title.length > LONGEST_TITLE))
    return invalid(`a button has an id and a title of at most ${LONGEST_TITLE}`);
  if (new Set(choices.map(({ title }) => title)).size < choices.length) return invalid('titles of buttons differ');
  return { text: words, choices };
}

const templateButtons = (template: Template) =>
  template.components
    .flatMap((part) => part.buttons ?? [])
    .map((button) => ({ id: `template:${button.text}`, title: button.text }));

function templateOf({ templates }: MetaParts, { template }: SendBody): Said {
  const known = templates.find(template?.name ?? '', template?.language?.code ?? '');
  if (!known || known.status !== 'APPROVED')
    return graphError(
      132001,
      'Template name does not exist in the translation',
      `template name (${template?.name}) does not exist in ${template?.language?.code}`,
      404,
    );
  const body = template?.components?.find((part) => part.type?.toLowerCase() === 'body');
  const values = (body?.parameters ?? []).map((parameter) => parameter.text ?? '');
  if (values.length !== blanksOf(known))
    return graphError(
      132000,
      'Number of parameters does not match the expected number of params',
      `body: number of localizable_params (${values.length}) does not match the expected number of params (${blanksOf(known)})`,
    );
  return { text: filled(known, values), choices: templateButtons(known), template: true };
}

function mediaOf({ uploads }: MetaParts, body: SendBody, type: (typeof MEDIA)[number]): Said {
  const part = body[type];
  if (!part?.id && !part?.link) return missing(`${type}.id or ${type}.link is required`);
  const file = part.id ? uploads.get(part.id) : { link: part.link ?? '' };
  return file
    ? { text: part.caption ?? '', file }
    : invalid(`${type}.id is not a valid whatsapp business account media attachment ID`);
}

function contentOf(parts: MetaParts, body: SendBody): Said {
  const type = body.type ?? 'text';
  if (type === 'text') return textOf(body);
  if (type === 'interactive') return buttonsOf(body);
  if (type === 'template') return templateOf(parts, body);
  if (type === 'reaction') {
    if (!body.reaction?.message_id) return missing('reaction.message_id is required');
    return { reaction: body.reaction.emoji ?? '', replyTo: body.reaction.message_id };
  }
  const media = MEDIA.find((one) => one === type);
  return media ? mediaOf(parts, body, media) : graphError(131051, 'Unsupported message type', `type ${type}`);
}

/** What a business wants sent, or why it is refused at once. */
export function understand(parts: MetaParts, body: SendBody): Taken | GraphError {
  if (body.messaging_product !== 'whatsapp') return graphError(100, 'The parameter messaging_product is required.');
  const to = (body.to ?? '').replace(/[^\d]/g, '');
  if (!/^[1-9]\d{6,14}$/.test(to))
    return graphError(131026, 'Message undeliverable', 'Recipient is not a valid number');
  const said = contentOf(parts, body);
  if (isError(said)) return said;
  const replyTo = body.context?.message_id ?? null;
  return { text: '', choices: [], reaction: null, file: null, template: false, replyTo, ...said, to: `+${to}` };
}
