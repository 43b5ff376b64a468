/** Where the listener goes on. A new connection starts from `since`, so that old mail stays out of the desk. */
export interface ImapCursor {
  uidValidity: string | null;
  lastUid: number;
  /** When mail was last looked at; the start of a rescan when the server renumbered the folder. */
  since: string;
  /** Mails that could not be stored, by UID, with the tries so far: tried again, never in the way of the next. */
  failed: Record<string, number>;
}

export function readCursor(stored: Record<string, unknown> | null, now: Date): ImapCursor {
  const since = typeof stored?.since === 'string' && !Number.isNaN(Date.parse(stored.since)) ? stored.since : null;
  return {
    uidValidity: typeof stored?.uidValidity === 'string' ? stored.uidValidity : null,
    lastUid: typeof stored?.lastUid === 'number' ? stored.lastUid : 0,
    since: since ?? now.toISOString(),
    failed: isTries(stored?.failed) ? stored.failed : {},
  };
}

function isTries(value: unknown): value is Record<string, number> {
  return typeof value === 'object' && value !== null && Object.values(value).every((it) => typeof it === 'number');
}
