import type { Attachment } from 'nodemailer/lib/mailer';
import type { OutboundFile } from '../../port';
import { escapeHtml } from './text-to-html';
import { headerText } from './subject';

const SHOWN = /(\b(?:src|background)\s*=\s*)(?:"cid:([^"]*)"|'cid:([^']*)'|cid:([^\s"'>]+))/gi;
const TYPE = /^([\w.+-]+\/[\w.+-]+)(\s*;\s*charset="?[\w.:+-]+"?)?/i;
/** A mail inside a mail may not be encoded (RFC 2046 5.2.1) and would leave us with other bytes than we were given. */
const NOT_A_FILE = /^(message|multipart)\//i;
const MAX_FILENAME = 200;

/** Pictures that the HTML shows stand beside it under ids of this mail alone; every other file is an attachment. */
export function composeFiles(
  html: string,
  files: OutboundFile[],
  messageId: string,
): { html: string; attachments: Attachment[] } {
  const shown = new Set<number>();
  const cidOf = (index: number): string => `f${index + 1}.${messageId}`;
  const rewritten = html.replace(SHOWN, (whole: string, attribute: string, ...names: (string | undefined)[]) => {
    const index = fileNamed(names.slice(0, 3).find((it) => it !== undefined) ?? '', files);
    if (index < 0) return whole;
    shown.add(index);
    return `${attribute}"cid:${cidOf(index)}"`;
  });
  const attachments = files.map((file, index) => ({
    filename: filenameOf(file),
    contentType: contentTypeOf(file),
    contentTransferEncoding: 'base64' as const,
    content: file.content,
    ...(shown.has(index) ? { cid: cidOf(index), contentDisposition: 'inline' as const } : {}),
    ...(!shown.has(index) && { contentDisposition: 'attachment' as const }),
  }));
  return { html: rewritten, attachments };
}

function fileNamed(reference: string, files: OutboundFile[]): number {
  const names = [reference, unescaped(reference)];
  const byId = files.findIndex((file) => file.contentId && names.includes(file.contentId.replace(/^<|>$/g, '')));
  return byId >= 0
    ? byId
    : files.findIndex((file) => names.includes(file.filename) || escapeHtml(file.filename) === reference);
}

function unescaped(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

function contentTypeOf(file: OutboundFile): string {
  const [, type, charset = ''] = TYPE.exec(file.contentType.trim()) ?? [];
  return type && !NOT_A_FILE.test(type) ? `${type.toLowerCase()}${charset}` : 'application/octet-stream';
}

const filenameOf = (file: OutboundFile): string =>
  headerText(file.filename).replace(/[/\\]/g, '_').slice(-MAX_FILENAME) || 'file';
