import { createHmac } from 'node:crypto';
import type { InboundMessage } from '../../../port';
import { ownMessageId } from '../message-ids';
import type { ReaderSettings } from '../reader';

/** What must come out; only what is named is looked at. */
export interface Expectation {
  text?: string;
  textHas?: string[];
  textLacks?: string[];
  fullHas?: string[];
  htmlHas?: string[];
  message?: Partial<InboundMessage>;
  /** Name, type, inline; in order. */
  files?: [name: string, type: string, inline?: boolean][];
  /** Found in some file's bytes. */
  fileHas?: string[];
  /** `true`: written by a program, for whatever reason. */
  automated?: boolean | string;
  notices?: RegExp[];
  quiet?: boolean;
  statuses?: Record<string, unknown>[];
  nothing?: boolean;
}

export interface Fixture {
  name: string;
  /** Of the numbered rules of reading mail. */
  rules: number[];
  raw: Buffer;
  meta?: Record<string, unknown>;
  settings?: Partial<ReaderSettings>;
  expect: Expectation;
}

export const sign = (purpose: string, text: string): string =>
  createHmac('sha256', `corpus ${purpose}`).update(text).digest('hex');
export const SHOP = 'support@fernhill.example';
export const TICKET = '01920000-0000-7000-8000-000000000017';
export const MESSAGE = '01920000-0000-7000-8000-000000000099';
export const OWN_ID = ownMessageId(sign, { ticketId: TICKET, messageId: MESSAGE }, 'fernhill.example');

type Head = Record<string, string>;

/** Bytes of a part or of a whole mail, written by hand: a composer would share its mistakes with the reader. */
export function entity(head: Head, body: string | Buffer = ''): Buffer {
  const fields = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  const bytes = typeof body === 'string' ? Buffer.from(body.replace(/\r?\n/g, '\r\n')) : body;
  return Buffer.concat([Buffer.from(`${fields.join('')}\r\n`), bytes]);
}

export const PERSON: Head = {
  'Message-ID': '<letter-1@mail.example.com>',
  From: 'Anna Bergmann <anna@example.com>',
  To: SHOP,
  Subject: 'Where is my order?',
  Date: 'Fri, 20 Nov 2026 10:00:00 +0100',
  'MIME-Version': '1.0',
};

/** A mail from Anna, with whatever differs. */
export const mail = (head: Head, body: string | Buffer = 'Hello'): Buffer => entity({ ...PERSON, ...head }, body);

let boundaries = 0;
export function multi(kind: string, parts: Buffer[], head: Head = {}, params = ''): { head: Head; body: Buffer } {
  const boundary = `=_part_${++boundaries}`;
  const pieces = parts.map((part) => Buffer.concat([Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')]));
  return {
    head: { ...head, 'Content-Type': `multipart/${kind}; boundary="${boundary}"${params}` },
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
  };
}
export const inner = ({ head, body }: { head: Head; body: Buffer }): Buffer => entity(head, body);
export const whole = ({ head, body }: { head: Head; body: Buffer }, more: Head = {}): Buffer =>
  mail({ ...head, ...more }, body);

export const plain = (text: string, type = 'text/plain; charset=utf-8', head: Head = {}): Buffer =>
  entity({ 'Content-Type': type, ...head }, text);
export const html = (text: string, head: Head = {}): Buffer => plain(text, 'text/html; charset=utf-8', head);
export const base64 = (content: Buffer | string): string =>
  Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
export const file = (type: string, content: Buffer | string, head: Head = {}): Buffer =>
  entity({ 'Content-Type': type, 'Content-Transfer-Encoding': 'base64', ...head }, base64(content));
export const quotedPrintable = (bytes: Buffer): string =>
  [...bytes]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('');

export const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000040000000400806000000', 'hex');
export const PIXEL = Buffer.from('47494638396101000100800000ffffff00000021f9040100000000', 'hex');
