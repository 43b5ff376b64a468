import type { ImapFlow, ListResponse } from 'imapflow';

/** Which folders of a mailbox are followed. */
export interface FolderChoice {
  /** Beside INBOX: paths, or the use that the server marks (RFC 6154), such as "Archive" or "\Archive". */
  names: string[];
  watchJunk: boolean;
}

export interface WatchedFolder {
  path: string;
  junk: boolean;
}

export const INBOX = 'INBOX';

/** "Archive, Returns/2026" as a person types it. */
export function folderNames(typed: string | null | undefined): string[] {
  return (typed ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.toUpperCase() !== INBOX);
}

/** The folders to follow beside INBOX, and the names that lead to none. */
export async function otherFolders(
  client: ImapFlow,
  choice: FolderChoice,
): Promise<{ found: WatchedFolder[]; missing: string[] }> {
  if (choice.names.length === 0 && !choice.watchJunk) return { found: [], missing: [] };
  const all = await client.list();
  const found = new Map<string, WatchedFolder>();
  const missing: string[] = [];
  for (const name of [...choice.names, ...(choice.watchJunk ? ['\\Junk'] : [])]) {
    const folder = all.find((it) => it.path === name) ?? all.find((it) => isCalled(it, name));
    if (!folder) missing.push(name);
    else if (folder.path !== INBOX) found.set(folder.path, { path: folder.path, junk: folder.specialUse === '\\Junk' });
  }
  return { found: [...found.values()], missing };
}

function isCalled(folder: ListResponse, name: string): boolean {
  const wanted = name.toLowerCase();
  const use = folder.specialUse?.toLowerCase();
  return folder.path.toLowerCase() === wanted || (use !== undefined && (use === wanted || use === `\\${wanted}`));
}
