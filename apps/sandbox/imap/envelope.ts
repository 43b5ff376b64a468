import addressparser from 'nodemailer/lib/addressparser';
import { headerValues } from './headers';
import { quoted } from './tokens';

const string = (text: string | undefined): string =>
  text === undefined ? 'NIL' : quoted(text.replace(/[\r\n]/g, ' '));

function addresses(text: string | undefined): string {
  if (!text) return 'NIL';
  const people = addressparser(text, { flatten: true });
  const rows = people.map(({ name, address }) => {
    const [box, host] = [address.slice(0, address.lastIndexOf('@')), address.slice(address.lastIndexOf('@') + 1)];
    return `(${string(name || undefined)} NIL ${string(box)} ${string(host)})`;
  });
  return rows.length > 0 ? `(${rows.join('')})` : 'NIL';
}

/** RFC 3501, 7.4.2: date, subject, from, sender, reply-to, to, cc, bcc, in-reply-to, message-id. */
export function envelope(raw: Buffer): string {
  const first = (name: string) => headerValues(raw, name)[0];
  const from = first('from');
  const parts = [
    string(first('date')),
    string(first('subject')),
    addresses(from),
    addresses(first('sender') ?? from),
    addresses(first('reply-to') ?? from),
    addresses(first('to')),
    addresses(first('cc')),
    addresses(first('bcc')),
    string(first('in-reply-to')),
    string(first('message-id')),
  ];
  return `(${parts.join(' ')})`;
}
