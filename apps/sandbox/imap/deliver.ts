import type { Zones } from '../dns/zones';
import type { Mail } from '../mail/mailbox.types';
import type { Folders } from './folders';
import { headerValues } from './headers';

/** The host that wrote what stands above a mail, and whose verdict on it can be believed. */
const AUTHSERV = 'mx.sandbox.example';

function verdict(mail: Mail, zones: Zones): string {
  const author = (/@([\w.-]+)>?\s*$/.exec(headerValues(mail.raw, 'from')[0] ?? '')?.[1] ?? '').toLowerCase();
  const envelope = mail.envelope.from.split('@')[1]?.toLowerCase() ?? '';
  const signer = /\bd=([\w.-]+)/.exec(headerValues(mail.raw, 'dkim-signature')[0] ?? '')?.[1];
  const spf = zones.knows(envelope) ? 'pass' : 'none';
  const aligned = signer === author || (spf === 'pass' && envelope === author);
  const dmarc = zones.knows(author) ? (aligned ? 'pass' : 'fail') : 'none';
  const dkim = signer ? `dkim=pass header.d=${signer}` : 'dkim=none';
  return `spf=${spf} smtp.mailfrom=${mail.envelope.from}; ${dkim}; dmarc=${dmarc} header.from=${author}`;
}

/** Puts a customer's mail into the store's inbox, with what the receiving server writes above it. */
export function deliverToInbox(folders: Folders, zones: Zones, mail: Mail): void {
  const inbox = folders.find('INBOX');
  if (!inbox) return;
  const trace = [
    `Return-Path: <${mail.envelope.from}>`,
    `Delivered-To: ${mail.envelope.to[0] ?? ''}`,
    `Authentication-Results: ${AUTHSERV}; ${verdict(mail, zones)}`,
    `Received: from mail.sandbox.example ([127.0.0.1]) by ${AUTHSERV} with ESMTP; ${mail.receivedAt.toUTCString()}`,
  ];
  folders.append(inbox, Buffer.concat([Buffer.from(`${trace.join('\r\n')}\r\n`), mail.raw]), [], mail.receivedAt);
}
