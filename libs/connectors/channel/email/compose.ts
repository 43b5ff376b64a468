import MailComposer from 'nodemailer/lib/mail-composer';
import type { Outbound } from '../../port';
import { withBodyMarker } from './body-marker';
import { answeredId, automatedMarks, bracket, chooseReferences, conversation } from './compose-headers';
import { composeFiles } from './compose-parts';
import type { Recipients } from './compose-recipients';
import type { Sign } from './message-ids';
import { storable } from '../../vendor/storable';
import { headerText, outgoingSubject } from './subject';
import { textToHtml } from './text-to-html';

const MAX_NAME = 100;

export interface Envelope extends Recipients {
  messageId: string;
  from: { name: string; address: string };
  replyTo: string | null;
  date: Date;
  sign: Sign;
}

/** The bytes of an outgoing mail: text and HTML side by side, threaded, marked when a program wrote it (RFC 3834). */
export function compose(outbound: Outbound, envelope: Envelope): Promise<Buffer> {
  const { sign, from, to, cc } = envelope;
  const inReplyTo = answeredId(outbound.thread.inReplyTo);
  const references = chooseReferences(outbound.thread.references, inReplyTo);
  const text = lines(outbound.text);
  const marked = withBodyMarker(
    sign,
    outbound.html === null ? textToHtml(text) : lines(outbound.html),
    outbound.ticketId,
  );
  const { html, attachments } = composeFiles(marked, outbound.files, envelope.messageId);
  const mail = new MailComposer({
    date: envelope.date,
    from: named(from),
    to: named(to),
    cc: cc.map(named),
    replyTo: envelope.replyTo ? named({ name: from.name, address: envelope.replyTo }) : undefined,
    subject: outgoingSubject(outbound.subject, references.length > 0),
    inReplyTo: inReplyTo ? bracket(inReplyTo) : undefined,
    references: references.map(bracket),
    headers: {
      // On one line: not every program on the way finds an id on the next one.
      'Message-ID': { prepared: true, value: bracket(envelope.messageId) },
      ...conversation(outbound, sign),
      ...automatedMarks(outbound, from.address),
    },
    text,
    html,
    attachments,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    mail.compile().build((error, message) => (error ? reject(error) : resolve(message)));
  });
}

/** Servers refuse a mail with a lone CR in it, which could end a line for one program and not for the next. */
const lines = (text: string): string => storable(text).replace(/\r\n?/g, '\n');

const named = ({ name, address }: { name: string | null; address: string }): { name: string; address: string } => ({
  name: headerText(name ?? '', MAX_NAME),
  address,
});
