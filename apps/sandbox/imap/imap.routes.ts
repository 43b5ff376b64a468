import type { FastifyInstance } from 'fastify';
import type { Folders } from './folders';

export interface ImapSettings {
  /** Where customers' mails go: to Satchel's SMTP door, or into the store's mailbox for Satchel to fetch. */
  deliver: 'smtp' | 'imap';
}

export function imapRoutes(app: FastifyInstance, folders: Folders, settings: ImapSettings): void {
  app.get('/__control/imap', async () => ({
    ...settings,
    folders: folders.list().map(({ name, uidValidity, uidNext, mails }) => ({
      name,
      uidValidity,
      uidNext,
      mails: mails.map(({ uid, flags, raw }) => ({ uid, flags: [...flags], size: raw.length })),
    })),
  }));

  app.post('/__control/imap', async (request, reply) => {
    const { deliver } = (request.body ?? {}) as { deliver?: string };
    if (deliver !== 'smtp' && deliver !== 'imap') return reply.code(400).send({ error: 'deliver is smtp or imap' });
    settings.deliver = deliver;
    return settings;
  });

  /** As after a restore of the mailbox: a new UIDVALIDITY, and new UIDs. */
  app.post('/__control/imap/renumber', async (request, reply) => {
    const { folder: name = 'INBOX' } = (request.body ?? {}) as { folder?: string };
    const folder = folders.find(name);
    if (!folder) return reply.code(404).send({ error: `no folder ${name}` });
    folders.renumber(folder);
    return { uidValidity: folder.uidValidity, uidNext: folder.uidNext };
  });
}
