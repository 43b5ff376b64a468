import MailComposer from 'nodemailer/lib/mail-composer';
import type { Outbound } from '../../port';
import { normaliseId } from './message-ids';
import { outgoingSubject } from './subject';
import { textToHtml } from './text-to-html';

/** Some servers cut or refuse longer References headers; the first and the newest ids tell the thread. */
export const MAX_REFERENCES_CHARS = 1500;

export interface Envelope {
  messageId: string;
  from: { name: string; address: string };
  replyTo: string | null;
  date: Date;
}

/** The bytes of an outgoing mail: text and HTML side by side, threaded, marked when a program wrote it (RFC 3834). */
export function compose(outbound: Outbound, envelope: Envelope): Promise<Buffer> {
  const inReplyTo = normaliseId(outbound.thread.inReplyTo);
  const references = chooseReferences(outbound.thread.references, inReplyTo);
  const mail = new MailComposer({
    messageId: bracket(envelope.messageId),
    date: envelope.date,
    from: envelope.from,
    to: { name: outbound.to.name ?? '', address: outbound.to.address },
    replyTo: envelope.replyTo ?? undefined,
    subject: outgoingSubject(outbound.subject, references.length > 0),
    inReplyTo: inReplyTo ? bracket(inReplyTo) : undefined,
    references: references.map(bracket),
    // No Precedence: an answer written by a program is still an answer, and must not be filed as bulk.
    headers: outbound.automated ? { 'Auto-Submitted': 'auto-generated' } : {},
    text: outbound.text,
    html: outbound.html ?? textToHtml(outbound.text),
    attachments: outbound.files.map((file) => ({
      filename: file.filename,
      contentType: file.contentType,
      content: file.content,
    })),
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    mail.compile().build((error, message) => (error ? reject(error) : resolve(message)));
  });
}

/** The thread's first id and as many of the newest as fit; the answered one is always the last. */
export function chooseReferences(references: string[], inReplyTo: string | null): string[] {
  const known = references.map(normaliseId).filter((id): id is string => id !== null && id !== inReplyTo);
  const ids = [...new Set(inReplyTo ? [...known, inReplyTo] : known)];
  const [first, ...rest] = ids;
  if (first === undefined) return [];
  const chosen: string[] = [];
  let left = MAX_REFERENCES_CHARS - bracket(first).length;
  for (const id of rest.reverse()) {
    left -= bracket(id).length + 1;
    if (left < 0) break;
    chosen.unshift(id);
  }
  return [first, ...chosen];
}

const bracket = (id: string): string => `<${id}>`;
