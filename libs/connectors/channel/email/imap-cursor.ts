const DAY_MS = 24 * 60 * 60_000;

/** Where the listener goes on in one folder. */
export interface FolderCursor {
  uidValidity: string;
  lastUid: number;
  /** When mail was last looked at; the start of a rescan when the server renumbered the folder. */
  since: string;
  /** Mails that could not be stored, by UID, with the tries so far: tried again, never in the way of the next. */
  failed: Record<string, number>;
}

export interface ImapCursor {
  /** When the mailbox was connected: what is older stays out of the desk, whatever is read again. */
  since: string;
  /** By path. */
  folders: Record<string, FolderCursor>;
}

export function readCursor(stored: Record<string, unknown> | null, now: Date): ImapCursor {
  const since = startOf(stored) ?? now.toISOString();
  const folders: ImapCursor['folders'] = {};
  for (const [path, value] of Object.entries(foldersOf(stored))) {
    const folder = readFolder(value, since);
    if (folder) folders[path] = folder;
  }
  return { since, folders };
}

/** When it was one folder's, the start was that of the last look, by a clock that may differ from the server's. */
function startOf(stored: Record<string, unknown> | null): string | null {
  if (!isTime(stored?.since)) return null;
  return stored.uidValidity ? new Date(Date.parse(stored.since) - DAY_MS).toISOString() : stored.since;
}

/** A cursor of one folder is how it was kept before there were several. */
function foldersOf(stored: Record<string, unknown> | null): Record<string, unknown> {
  if (isRecord(stored?.folders)) return stored.folders;
  return stored?.uidValidity ? { INBOX: stored } : {};
}

function readFolder(value: unknown, start: string): FolderCursor | null {
  if (!isRecord(value) || typeof value.uidValidity !== 'string') return null;
  return {
    uidValidity: value.uidValidity,
    lastUid: typeof value.lastUid === 'number' ? value.lastUid : 0,
    since: isTime(value.since) ? value.since : start,
    failed: isTries(value.failed) ? value.failed : {},
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isTime = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));

function isTries(value: unknown): value is Record<string, number> {
  return isRecord(value) && Object.values(value).every((it) => typeof it === 'number');
}
