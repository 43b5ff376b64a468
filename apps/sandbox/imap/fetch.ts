import { envelope } from './envelope';
import type { ImapMail } from './folders';
import { headerBlock, headerFields } from './headers';
import { BadCommand, textOf, type Token } from './tokens';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function imapDate(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  return `"${two(at.getUTCDate())}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()} ${time} +0000"`;
}

const macros: Record<string, string[]> = {
  FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
  ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
};

/** The names of what is asked for. A section in brackets holds its list already. */
export function itemsOf(tokens: Token[]): string[] {
  const names = tokens.flatMap((token) => ('list' in token ? token.list : [token])).map(textOf);
  return names.flatMap((name) => macros[name.toUpperCase()] ?? [name]);
}

const SECTION = /^BODY(?:\.PEEK)?\[(.*?)\](?:<(\d+)\.(\d+)>)?$/i;

function section(mail: ImapMail, name: string): Buffer {
  const fields = /^HEADER\.FIELDS(\.NOT)? \(([^)]*)\)$/i.exec(name);
  if (fields) return headerFields(mail.raw, (fields[2] ?? '').replace(/"/g, '').split(/\s+/), Boolean(fields[1]));
  if (name === '') return mail.raw;
  if (/^HEADER$/i.test(name)) return headerBlock(mail.raw);
  if (/^TEXT$/i.test(name)) return mail.raw.subarray(headerBlock(mail.raw).length);
  throw new BadCommand(`no section ${name}`);
}

/** One FETCH answer, as bytes. Whatever is not a PEEK marks the mail as seen. */
export function fetched(mail: ImapMail, seq: number, items: string[], readOnly: boolean): Buffer {
  const out: Buffer[] = [Buffer.from(`* ${seq} FETCH (`)];
  items.forEach((item, index) => {
    if (index > 0) out.push(Buffer.from(' '));
    const name = item.toUpperCase();
    const asked = SECTION.exec(item);
    const literal = (label: string, content: Buffer) =>
      out.push(Buffer.from(`${label} {${content.length}}\r\n`), content);
    if (asked) {
      const [, part = '', from, length] = asked;
      if (!name.startsWith('BODY.PEEK') && !readOnly) mail.flags.add('\\Seen');
      const whole = section(mail, part);
      if (from === undefined) literal(`BODY[${part}]`, whole);
      else literal(`BODY[${part}]<${from}>`, whole.subarray(Number(from), Number(from) + Number(length)));
    } else if (name === 'RFC822') literal('RFC822', mail.raw);
    else if (name === 'RFC822.HEADER') literal('RFC822.HEADER', headerBlock(mail.raw));
    else out.push(Buffer.from(simple(mail, name)));
  });
  out.push(Buffer.from(')\r\n'));
  return Buffer.concat(out);
}

function simple(mail: ImapMail, name: string): string {
  if (name === 'UID') return `UID ${mail.uid}`;
  if (name === 'FLAGS') return `FLAGS (${[...mail.flags].join(' ')})`;
  if (name === 'RFC822.SIZE') return `RFC822.SIZE ${mail.raw.length}`;
  if (name === 'INTERNALDATE') return `INTERNALDATE ${imapDate(mail.internalDate)}`;
  if (name === 'ENVELOPE') return `ENVELOPE ${envelope(mail.raw)}`;
  throw new BadCommand(`no item ${name}`);
}
