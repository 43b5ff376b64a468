import type { InboundFile } from '../../port';
import { fileNameFor } from '../../vendor/file-names';
import { fieldsIn, listIn, textIn } from '../../vendor/loose';

type Fields = Record<string, unknown>;

interface Content {
  text: string;
  files: InboundFile[];
  automated: string | null;
  notices: string[];
  /** The message that this one answers, or is about. */
  about: string;
}

/** Types of attachments that are files; what they are exactly is known once they are fetched. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/mp4',
  file: 'application/octet-stream',
};
const MAX_FILES = 20;

export function contentOf(event: Fields): Content {
  if ('reaction' in event) return reaction(fieldsIn(event.reaction));
  if ('postback' in event) {
    const { title, payload } = fieldsIn(event.postback);
    return said(textIn(title) || textIn(payload));
  }
  return message(fieldsIn(event.message));
}

const said = (text: string, more: Partial<Content> = {}): Content => ({
  text,
  files: [],
  automated: null,
  notices: [],
  about: '',
  ...more,
});

function reaction({ mid, emoji, reaction: word, action }: Fields): Content {
  const text = action === 'unreact' ? 'Took a reaction back.' : textIn(emoji) || textIn(word) || 'Reacted.';
  return said(text, { automated: 'reaction', about: textIn(mid) });
}

function message(value: Fields): Content {
  if (value.is_deleted === true) {
    return said('Took this message back.', { automated: 'taken back', about: textIn(value.mid) });
  }
  const attachments = listIn(value.attachments).slice(0, MAX_FILES).map(fieldsIn);
  const answered = fieldsIn(value.reply_to);
  const links = attachments.filter((one) => !isFile(one)).map(linkOf);
  const text = [textIn(value.text), ...links].filter(Boolean).join('\n');
  const isUnsupported = value.is_unsupported === true;
  return said(text || (isUnsupported ? '(a message that cannot be shown here)' : ''), {
    files: attachments.filter(isFile).map(fileOf),
    about: textIn(answered.mid),
    notices: [
      ...(answered.story === undefined ? [] : ['Answers one of our stories.']),
      ...(isUnsupported ? ['The network does not hand out this kind of message.'] : []),
    ],
  });
}

const isFile = (attachment: Fields): boolean =>
  Object.hasOwn(FILE_TYPES, textIn(attachment.type)) && textIn(fieldsIn(attachment.payload).url) !== '';

function fileOf(attachment: Fields, index: number): InboundFile {
  const contentType = FILE_TYPES[textIn(attachment.type)] ?? 'application/octet-stream';
  const ref = { url: textIn(fieldsIn(attachment.payload).url) };
  return {
    filename: fileNameFor(contentType, index + 1),
    contentType,
    content: { ref },
    contentId: null,
    inline: false,
  };
}

/** A shared post, a story that mentions us, a place: what it is called and where it lies. */
function linkOf(attachment: Fields): string {
  const payload = fieldsIn(attachment.payload);
  return [textIn(attachment.title) || textIn(payload.title), textIn(payload.url) || textIn(attachment.url)]
    .filter(Boolean)
    .join(' ');
}
