import type { ImapSettings } from './imap';
import { imapError, openImap } from './imap';

/**
 * Whether the Sent folder holds a mail with this Message-ID. Many servers file nothing there for mail sent by SMTP,
 * so "not found" proves nothing.
 */
export async function findInSent(settings: ImapSettings, messageId: string): Promise<'sent' | 'unknown'> {
  const client = await openImap(settings, { disableAutoIdle: true });
  try {
    const folders = await client.list();
    const sent = folders.find((folder) => folder.specialUse === '\\Sent');
    if (!sent) return 'unknown';
    const lock = await client.getMailboxLock(sent.path, { readOnly: true });
    try {
      const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
      return found && found.length > 0 ? 'sent' : 'unknown';
    } finally {
      lock.release();
    }
  } catch (error) {
    throw imapError(error);
  } finally {
    client.close();
  }
}
