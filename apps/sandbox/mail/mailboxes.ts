import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { AddressObject, ParsedMail } from 'mailparser';
import type { Mail, ReadMail } from './mailbox.types';

type Parsed = Omit<ReadMail, 'copies' | 'transport'>;

const addresses = (value: AddressObject | AddressObject[] | undefined): string[] =>
  (value === undefined ? [] : Array.isArray(value) ? value : [value])
    .flatMap((object) => object.value)
    .map((entry) => entry.address ?? '')
    .filter((address) => address !== '');

function headersOf(parsed: ParsedMail): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, line } of parsed.headerLines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n\s+/g, ' ')
      .trim();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}\n${value}`;
  }
  return headers;
}

async function understand(mail: Mail): Promise<Parsed> {
  // Loaded at the first look into a mailbox: a sandbox at rest does not carry the parser.
  const { simpleParser } = await import('mailparser');
  const parsed = await simpleParser(mail.raw, { skipImageLinks: true });
  const from = parsed.from?.value[0];
  const references = parsed.references ?? [];
  return {
    id: mail.id,
    folder: mail.folder,
    address: mail.address,
    envelope: mail.envelope,
    messageId: parsed.messageId ?? null,
    inReplyTo: parsed.inReplyTo ?? null,
    references: typeof references === 'string' ? [references] : references,
    from: { address: from?.address ?? '', name: from?.name ?? '' },
    to: addresses(parsed.to),
    cc: addresses(parsed.cc),
    replyTo: addresses(parsed.replyTo)[0] ?? null,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html === false ? null : parsed.html,
    attachments: parsed.attachments.map((file) => ({
      filename: file.filename ?? 'file',
      contentType: file.contentType,
      size: file.size,
    })),
    headers: headersOf(parsed),
    receivedAt: mail.receivedAt.toISOString(),
  };
}

/** Every mail that came or went, by address. Nothing is ever deduplicated: a double send must be seen. */
export class Mailboxes {
  /** Emits `change` with the address whose box changed. */
  readonly changes = new EventEmitter<{ change: [string] }>();
  private boxes = new Map<string, Mail[]>();
  private parsed = new WeakMap<Mail, Promise<Parsed>>();

  add(mail: Omit<Mail, 'id'>): Mail {
    const stored = { ...mail, address: mail.address.toLowerCase(), id: randomUUID() };
    const box = this.boxes.get(stored.address) ?? [];
    box.push(stored);
    this.boxes.set(stored.address, box);
    this.changed(stored.address);
    return stored;
  }

  changed(address: string): void {
    this.changes.emit('change', address);
  }

  box(address: string): Mail[] {
    return this.boxes.get(address.toLowerCase()) ?? [];
  }

  find(address: string, id: string): Mail | undefined {
    return this.box(address).find((mail) => mail.id === id);
  }

  /** Oldest first. */
  async read(address: string, folder?: Mail['folder']): Promise<ReadMail[]> {
    const mails = this.box(address);
    const all = await Promise.all(mails.map((mail) => this.parse(mail)));
    return all
      .map((parsed, index): ReadMail => {
        const twins = all.filter((other) => other.folder === parsed.folder && other.messageId === parsed.messageId);
        const transport = mails[index]?.transport;
        return { ...parsed, copies: twins.length, ...(transport ? { transport } : {}) };
      })
      .filter((mail) => folder === undefined || mail.folder === folder);
  }

  parse(mail: Mail): Promise<Parsed> {
    const known = this.parsed.get(mail) ?? understand(mail);
    this.parsed.set(mail, known);
    return known;
  }

  clear(address?: string): void {
    const cleared = address ? [address.toLowerCase()] : [...this.boxes.keys()];
    for (const one of cleared) {
      this.boxes.delete(one);
      this.changed(one);
    }
  }

  counts(): Record<string, { received: number; sent: number }> {
    const count = (mails: Mail[], folder: Mail['folder']) => mails.filter((mail) => mail.folder === folder).length;
    return Object.fromEntries(
      [...this.boxes].map(([address, mails]) => [
        address,
        { received: count(mails, 'received'), sent: count(mails, 'sent') },
      ]),
    );
  }
}
