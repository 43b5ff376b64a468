import { decodeText } from './charset';
import type { FoundFile } from './files';
import { decompressRtf } from './rtf-compression';
import { readProperties, type Properties } from './tnef-properties';

/** What an Outlook "winmail.dat" carries: [MS-OXTNEF]. */
export interface Tnef {
  text: string | null;
  html: string | null;
  rtf: Buffer | null;
  files: FoundFile[];
}

const SIGNATURE = 0x223e9f78;
const MAX_NESTING = 4;
const ATTRIBUTE = {
  body: 0x800c,
  attachmentData: 0x800f,
  attachmentTitle: 0x8010,
  attachmentStart: 0x9002,
  messageProperties: 0x9003,
  attachmentProperties: 0x9005,
  codepage: 0x9007,
};
const PROPERTY = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  data: 0x3701,
  filename: 0x3704,
  longFilename: 0x3707,
  mimeTag: 0x370e,
  contentId: 0x3712,
  codepage: 0x3fde,
};

interface Attachment {
  title: string | null;
  data: Buffer | null;
  properties: Properties;
}

export const isTnef = (content: Buffer): boolean => content.length > 6 && content.readUInt32LE(0) === SIGNATURE;

/** Unpacks as much as can be read; null when it is something else. What is cut off or broken ends the reading, no more. */
export function unpackTnef(content: Buffer, nesting = 0): Tnef | null {
  if (!isTnef(content) || nesting > MAX_NESTING) return null;
  const message: Properties = new Map();
  const attachments: Attachment[] = [];
  let body: Buffer | null = null;
  let charset = 'windows-1252';
  for (const { id, data } of attributesOf(content)) {
    const current = attachments.at(-1);
    if (id === ATTRIBUTE.codepage && data.length >= 4) charset = `windows-${data.readUInt32LE(0)}`;
    else if (id === ATTRIBUTE.body) body = data;
    else if (id === ATTRIBUTE.messageProperties) mergeInto(message, readProperties(data));
    else if (id === ATTRIBUTE.attachmentStart) attachments.push({ title: null, data: null, properties: new Map() });
    else if (!current) continue;
    else if (id === ATTRIBUTE.attachmentTitle) current.title = cString(data, charset);
    else if (id === ATTRIBUTE.attachmentData) current.data = data;
    else if (id === ATTRIBUTE.attachmentProperties) mergeInto(current.properties, readProperties(data));
  }
  const codepage = message.get(PROPERTY.codepage)?.data;
  const htmlCharset = codepage && codepage.length >= 4 ? codepageName(codepage.readUInt32LE(0)) : charset;
  const text = stringOf(message, PROPERTY.body, charset) ?? (body ? cString(body, charset) : null);
  const rtf = message.get(PROPERTY.rtf)?.data;
  return {
    text: text?.replace(/\r\n?/g, '\n') ?? null,
    html: stringOf(message, PROPERTY.html, htmlCharset),
    rtf: rtf ? decompressRtf(rtf) : null,
    files: attachments.flatMap((it) => filesOf(it, charset, nesting)),
  };
}

function filesOf(attachment: Attachment, charset: string, nesting: number): FoundFile[] {
  const { properties } = attachment;
  const name = (id: number): string | null => stringOf(properties, id, charset);
  const stored = properties.get(PROPERTY.data);
  // An embedded object is prefixed with the id of its interface; a mail inside is TNEF again.
  const content = attachment.data ?? (stored?.type === 0x0d ? stored.data.subarray(16) : stored?.data) ?? null;
  if (!content) return [];
  const inner = unpackTnef(content, nesting + 1);
  const filename =
    name(PROPERTY.longFilename) ?? attachment.title ?? name(PROPERTY.filename) ?? name(PROPERTY.displayName);
  if (inner) return [{ ...file(`${filename ?? 'message'}.dat`, 'application/ms-tnef', content) }, ...inner.files];
  const contentType = (name(PROPERTY.mimeTag) ?? '').toLowerCase();
  return [
    {
      ...file(filename, /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream', content),
      contentId: name(PROPERTY.contentId),
    },
  ];
}

const file = (filename: string | null, contentType: string, content: Buffer): FoundFile => ({
  filename,
  contentType,
  content,
  contentId: null,
});

/** Level, id and type, length, data, checksum; over and over. */
function* attributesOf(content: Buffer): Generator<{ id: number; data: Buffer }> {
  let at = 6;
  while (at + 9 <= content.length) {
    const id = content.readUInt16LE(at + 1);
    const length = content.readUInt32LE(at + 5);
    const end = Math.min(at + 9 + length, content.length);
    yield { id, data: content.subarray(at + 9, end) };
    at = end + 2;
  }
}

function mergeInto(target: Properties, source: Properties): void {
  for (const [id, value] of source) target.set(id, value);
}

function stringOf(properties: Properties, id: number, charset: string): string | null {
  const found = properties.get(id);
  if (!found) return null;
  const text = found.type === 0x1f ? found.data.toString('utf16le') : decodeText(found.data, charset);
  return text.replace(/\0+$/, '') || null;
}

const cString = (data: Buffer, charset: string): string => decodeText(data, charset).replace(/\0[\s\S]*$/, '');

function codepageName(codepage: number): string {
  const known: Record<number, string> = { 65001: 'utf-8', 20127: 'us-ascii', 28591: 'iso-8859-1', 936: 'gb18030' };
  return known[codepage] ?? (codepage === 932 ? 'shift_jis' : `windows-${codepage}`);
}
