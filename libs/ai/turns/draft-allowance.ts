/**
 * Drafts in a minute, per workspace and process, for senders whom no program may write to. Ordinary traffic of that
 * kind stays below it; in a flood of spoofed mails the rest waits for a person to ask.
 */
export const DRAFTS_PER_MINUTE = 20;
const MINUTE_MS = 60_000;
/** A bucket that has filled up again says the same as none. */
const MOST_BUCKETS = 1_000;

interface Bucket {
  left: number;
  at: number;
}

/**
 * A token bucket per workspace. It lives in memory, for what it bounds is the work of this process: to count rows for
 * each spoofed mail would be such work itself.
 */
export class DraftAllowance {
  private readonly buckets = new Map<string, Bucket>();

  /** False: this minute's drafts are used up. */
  take(workspaceId: string, now: Date): boolean {
    const at = now.getTime();
    const known = this.buckets.get(workspaceId) ?? { left: DRAFTS_PER_MINUTE, at };
    const left = refilled(known, at);
    if (this.buckets.size >= MOST_BUCKETS) this.forgetFull(at);
    this.buckets.set(workspaceId, { left: left >= 1 ? left - 1 : left, at });
    return left >= 1;
  }

  private forgetFull(at: number): void {
    for (const [id, bucket] of this.buckets) if (refilled(bucket, at) === DRAFTS_PER_MINUTE) this.buckets.delete(id);
  }
}

function refilled({ left, at }: Bucket, now: number): number {
  const gained = (Math.max(0, now - at) * DRAFTS_PER_MINUTE) / MINUTE_MS;
  return Math.min(DRAFTS_PER_MINUTE, left + gained);
}
