import type { ImapFlow } from 'imapflow';
import type { InboundSink, RawInbound, SourceItem } from '../../port';
import { type ImapSettings, imapError, openImap } from './imap';
import { fetchBodies, fetchHeads, type MailBytes, type MailHead, searchUids } from './imap-fetch';
import { type FolderChoice, INBOX, otherFolders } from './imap-folders';
import { type ImapSource, readSource, sourceOf } from './imap-source';

/** SINCE knows days, in the server's own time zone: a day more is asked for, and the exact time compared here. */
const DAY_MS = 24 * 60 * 60_000;

export type Wrap = (mail: MailBytes, at: ImapSource & { junk: boolean }) => RawInbound;

/** Everything in the followed folders that came in since a moment. */
export async function listSources(settings: ImapSettings, choice: FolderChoice, since: Date): Promise<SourceItem[]> {
  return withClient(settings, async (client) => {
    const { found } = await otherFolders(client, choice);
    const items: SourceItem[] = [];
    for (const folder of [INBOX, ...found.map(({ path }) => path)]) {
      const uidValidity = (await client.mailboxOpen(folder, { readOnly: true })).uidValidity.toString();
      for (const { uid, at, size } of await headsSince(client, since)) {
        items.push({ source: sourceOf({ folder, uidValidity, uid }), at, size });
      }
    }
    return items;
  });
}

/** Fetches these mails again. One that is gone, or lies in a folder that was renumbered since, is left out. */
export async function fetchSources(
  settings: ImapSettings,
  choice: FolderChoice,
  sources: readonly string[],
  sink: Pick<InboundSink, 'push'>,
  wrap: Wrap,
): Promise<void> {
  const wanted = new Map<string, ImapSource[]>();
  for (const source of sources) {
    const at = readSource(source);
    if (at) wanted.set(at.folder, [...(wanted.get(at.folder) ?? []), at]);
  }
  await withClient(settings, async (client) => {
    const { found } = await otherFolders(client, choice);
    for (const [folder, items] of wanted) {
      const uidValidity = (await client.mailboxOpen(folder, { readOnly: true })).uidValidity.toString();
      const uids = items.filter((it) => it.uidValidity === uidValidity).map((it) => it.uid);
      if (uids.length === 0) continue;
      const junk = found.some((it) => it.path === folder && it.junk);
      for await (const mail of fetchBodies(client, await fetchHeads(client, uids))) {
        await sink.push(wrap(mail, { folder, uidValidity, uid: mail.uid, junk }));
      }
    }
  });
}

/** Of the open folder. */
export async function headsSince(client: ImapFlow, since: Date): Promise<MailHead[]> {
  const uids = await searchUids(client, { since: new Date(since.getTime() - DAY_MS) });
  // The server keeps whole seconds.
  const from = Math.floor(since.getTime() / 1000) * 1000;
  return (await fetchHeads(client, uids)).filter(({ at }) => at === null || at.getTime() >= from);
}

async function withClient<T>(settings: ImapSettings, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = await openImap(settings, { disableAutoIdle: true });
  try {
    return await work(client);
  } catch (error) {
    throw imapError(error);
  } finally {
    client.close();
  }
}
