import { randomUUID } from 'node:crypto';
import type { ReadMail } from './mailbox.types';

export interface Attachment {
  filename: string;
  contentType?: string;
  /** base64 */
  content: string;
}

/** What a customer writes; everything but the text has a sensible default. */
export interface Letter {
  to?: string;
  cc?: string[];
  /** The name, or the name and another address than the mailbox's own (a forged sender). */
  from?: { name?: string; address?: string };
  subject?: string;
  text?: string;
  html?: string;
  /** Id of a mail in this box that it answers. */
  inReplyTo?: string;
  /** False leaves the answered mail's text out. */
  quote?: boolean;
  attachments?: Attachment[];
  headers?: Record<string, string>;
  messageId?: string;
  /** Sent past the sender's own mail server: without its signature, and bounces go elsewhere. */
  forged?: boolean;
  /** The whole mail, sent as it is; the other fields are not looked at. */
  raw?: string;
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** "On Fri, Nov 20, 2026 at 1:02 PM Fernhill Outfitters <support@…> wrote:", as Gmail writes it. */
function attribution(mail: ReadMail): string {
  const at = new Date(mail.receivedAt);
  const day = at.toLocaleDateString('en-US', { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' });
  const time = at.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });
  const who = mail.from.name ? `${mail.from.name} <${mail.from.address}>` : `<${mail.from.address}>`;
  return `On ${day} at ${time} ${who} wrote:`;
}

function bodies(letter: Letter, answered: ReadMail | null) {
  const own = letter.text ?? '';
  const html = letter.html ?? `<div dir="ltr">${escapeHtml(own).replace(/\r?\n/g, '<br>')}</div>`;
  if (!answered || letter.quote === false) return { text: own, html: letter.html };
  const line = attribution(answered);
  const quoted = answered.text
    .trimEnd()
    .split(/\r?\n/)
    .map((one) => (one === '' ? '>' : one.startsWith('>') ? `>${one}` : `> ${one}`))
    .join('\n');
  const inner = answered.html ?? escapeHtml(answered.text).replace(/\r?\n/g, '<br>');
  const style = 'margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex';
  return {
    text: `${own}\n\n${line}\n\n${quoted}\n`,
    html:
      `${html}<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">` +
      `${escapeHtml(line)}<br></div><blockquote class="gmail_quote" style="${style}">${inner}</blockquote></div>`,
  };
}

const reSubject = (subject: string) => (/^re:/i.test(subject) ? subject : `Re: ${subject}`);

export interface Composed {
  raw: Buffer;
  messageId: string;
  to: string[];
}

/** Writes the mail as a customer's mail program would. */
export async function compose(
  address: string,
  letter: Letter,
  answered: ReadMail | null,
  options: { support: string; now: Date },
): Promise<Composed> {
  const to = letter.to ?? answered?.replyTo ?? answered?.from.address ?? options.support;
  if (letter.raw !== undefined) {
    const messageId = /^message-id:\s*(\S+)/im.exec(letter.raw)?.[1] ?? '';
    return { raw: Buffer.from(letter.raw.replace(/\r?\n/g, '\r\n')), messageId, to: [to] };
  }
  const messageId = letter.messageId ?? `<${randomUUID()}@mail.${address.split('@')[1] ?? 'example.com'}>`;
  const { text, html } = bodies(letter, answered);
  const chain = answered ? [...answered.references, answered.messageId ?? ''].filter((id) => id !== '') : [];
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const node = new MailComposer({
    from: { name: letter.from?.name ?? '', address: letter.from?.address ?? address },
    to,
    cc: letter.cc,
    subject: letter.subject || (answered ? reSubject(answered.subject) : '(no subject)'),
    date: options.now,
    messageId,
    text,
    html,
    headers: letter.headers,
    ...(answered?.messageId ? { inReplyTo: answered.messageId, references: chain } : {}),
    attachments: (letter.attachments ?? []).map((file) => ({
      filename: file.filename,
      contentType: file.contentType,
      content: Buffer.from(file.content, 'base64'),
    })),
  }).compile();
  return { raw: await node.build(), messageId, to: [to, ...(letter.cc ?? [])] };
}
