import type { SyncBody } from '@satchel/contracts';

/** "about 4 min left"; null: nobody knows. */
export function etaText(seconds: number | null): string | null {
  if (seconds === null) return null;
  if (seconds < 60) return 'less than a minute left';
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${minutes} min left`;
  return `about ${Math.round(minutes / 60)} h left`;
}

/** How far a walk over a shop is, in one line. */
export function syncText(sync: Pick<SyncBody, 'state' | 'done' | 'total' | 'etaSeconds'>, locale?: string): string {
  const { state, done, total, etaSeconds } = sync;
  const count = new Intl.NumberFormat(locale).format(done);
  const of = total === null ? count : `${count} of ${new Intl.NumberFormat(locale).format(total)}`;
  if (state === 'done') return `${count} copied`;
  if (state === 'waiting') return done > 0 ? `${of}, goes on soon` : 'its turn comes';
  if (state === 'failed') return `stopped at ${of}`;
  return [of, etaText(etaSeconds)].filter(Boolean).join(', ');
}

/** How much of it, of 100; null: the shop does not count. A walk never shows itself as over before it is. */
export function percentOf({ state, done, total }: Pick<SyncBody, 'state' | 'done' | 'total'>): number | null {
  if (state === 'done') return 100;
  if (!total) return null;
  return Math.min(99, Math.floor((done / total) * 100));
}
