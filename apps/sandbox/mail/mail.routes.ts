import type { FastifyInstance } from 'fastify';
import type { Zones } from '../dns/zones';
import { compose, type Letter } from './compose';
import type { Mailboxes } from './mailboxes';
import type { Mail, ReadMail } from './mailbox.types';
import type { Postman } from './postman';

export interface MailParts {
  mailboxes: Mailboxes;
  postman: Postman;
  zones: Zones;
  support: string;
  now: () => Date;
}

const FORGER = 'bounce@forger.example';

/** A mail server signs for its own domain, what its own user wrote under the own address. */
async function signed(zones: Zones, raw: Buffer, address: string, letter: Letter): Promise<Buffer> {
  const domain = address.split('@')[1] ?? '';
  const own = (letter.from?.address ?? address).toLowerCase() === address.toLowerCase();
  return own && !letter.forged && letter.raw === undefined && zones.knows(domain) ? zones.sign(raw, domain) : raw;
}

/** Writes a letter from a mailbox and hands it to the postman; shared by the API and the desk page. */
export async function sendAs(parts: MailParts, address: string, letter: Letter): Promise<Mail | 'unknown_mail'> {
  const { mailboxes, postman, zones, support, now } = parts;
  const answered = letter.inReplyTo
    ? (await mailboxes.read(address)).find(
        (mail) => mail.id === letter.inReplyTo || mail.messageId === letter.inReplyTo,
      )
    : null;
  if (answered === undefined) return 'unknown_mail';
  // One who answers an own letter goes on writing to the same people.
  const own: ReadMail | null =
    answered?.folder === 'sent' ? { ...answered, replyTo: answered.to[0] ?? support } : answered;
  const { raw, to } = await compose(address, letter, own, { support, now: now() });
  const mail = mailboxes.add({
    folder: 'sent',
    address,
    envelope: { from: letter.forged ? FORGER : (letter.from?.address ?? address), to },
    raw: await signed(zones, raw, address, letter),
    receivedAt: now(),
    transport: { state: 'sending', attempts: 0, lastError: null },
  });
  await postman.send(mail);
  return mail;
}

export function mailRoutes(app: FastifyInstance, parts: MailParts): void {
  const { mailboxes } = parts;

  app.get('/mail', async () => mailboxes.counts());

  /** Received mails, oldest first; `?folder=sent` the ones written here, `?folder=all` both. */
  app.get('/mail/:address', async (request) => {
    const { address } = request.params as { address: string };
    const { folder = 'received' } = request.query as { folder?: 'received' | 'sent' | 'all' };
    return mailboxes.read(address, folder === 'all' ? undefined : folder);
  });

  app.get('/mail/:address/:id/raw', async (request, reply) => {
    const { address, id } = request.params as { address: string; id: string };
    const mail = mailboxes.find(address, id);
    if (!mail) return reply.code(404).send({ error: 'no such mail' });
    return reply.type('message/rfc822').send(mail.raw);
  });

  app.post('/mail/:address/send', async (request, reply) => {
    const { address } = request.params as { address: string };
    const letter = (request.body ?? {}) as Letter;
    const mail = await sendAs(parts, address, letter);
    if (mail === 'unknown_mail') return reply.code(404).send({ error: `no mail ${letter.inReplyTo} in this box` });
    const read = await mailboxes.parse(mail);
    return reply.code(mail.transport?.state === 'delivered' ? 201 : 202).send({ ...read, transport: mail.transport });
  });

  app.delete('/mail/:address', async (request, reply) => {
    mailboxes.clear((request.params as { address: string }).address);
    return reply.code(204).send();
  });
}
