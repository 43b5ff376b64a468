/**
 * In an upsert (`insert into … as kept`): whether what comes in is newer than what stands. A page of a walk may be written
 * after a look-up that was asked later.
 */
export const KEPT_IS_OLDER = '(excluded.updated_at, excluded.fetched_at) >= (kept.updated_at, kept.fetched_at)';
