/** What of a shop is kept here as it last told it. */
export const MIRROR_RESOURCES = ['orders', 'customers', 'products'] as const;
export type MirrorResource = (typeof MIRROR_RESOURCES)[number];

/** `waiting`: its turn comes. `failed`: somebody has to do something first; it is tried again at `nextAt`. */
export type SyncState = 'waiting' | 'running' | 'done' | 'failed';

/** The walk over one kind of record of a shop. */
export interface SyncBody {
  resource: MirrorResource;
  state: SyncState;
  /** What changed since; null: everything. */
  since: string | null;
  done: number;
  /** Null: the shop does not count. */
  total: number | null;
  /** Records a minute. */
  rate: number | null;
  etaSeconds: number | null;
  startedAt: string | null;
  finishedAt: string | null;
  nextAt: string | null;
  lastError: { message: string; at: string } | null;
}

/** `GET /api/v1/connections/:id/sync`; empty for a system whose records are not kept. */
export interface ConnectionSyncBody {
  connectionId: string;
  resources: SyncBody[];
}

/** `full`: everything once more; else what changed since the last good run. */
export interface StartSyncRequest {
  resource?: MirrorResource;
  full?: boolean;
}
