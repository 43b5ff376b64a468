import type { Dovecot } from '@satchel/testing';
import { ImapFlow } from 'imapflow';

/** What else works on the same mailbox: a colleague's phone, a rule, a cleaner. */
export class OtherMailClient {
  constructor(private readonly dovecot: Dovecot) {}

  createFolder(path: string): Promise<void> {
    return this.with(async (client) => void (await client.mailboxCreate(path)));
  }

  /** Some of INBOX, as a phone does by looking at it. */
  markRead(share: number): Promise<void> {
    return this.with(async (client) => {
      await client.mailboxOpen('INBOX');
      const uids = await someOf(client, share);
      if (uids) await client.messageFlagsAdd(uids, ['\\Seen'], { uid: true });
    });
  }

  moveTo(path: string, share: number): Promise<number> {
    return this.with(async (client) => {
      await client.mailboxOpen('INBOX');
      const uids = await someOf(client, share);
      if (!uids) return 0;
      await client.messageMove(uids, path, { uid: true });
      return uids.split(',').length;
    });
  }

  uidValidity(): Promise<string> {
    return this.with(async (client) => (await client.mailboxOpen('INBOX')).uidValidity.toString());
  }

  private async with<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const { host, port, user, pass } = this.dovecot;
    const client = new ImapFlow({ host, port, secure: false, auth: { user, pass }, logger: false });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      client.close();
    }
  }
}

async function someOf(client: ImapFlow, share: number): Promise<string> {
  const all = (await client.search({ all: true }, { uid: true })) || [];
  return all.filter(() => Math.random() < share).join(',');
}
