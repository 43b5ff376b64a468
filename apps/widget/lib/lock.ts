import { newId } from './new-id';
import { readJson, type Shelf } from './storage';

/** A tab that the browser froze may hold a lock for ever. What we guard is safe to do twice, so nobody waits longer. */
const LONGEST_WAIT_MS = 15_000;
const LEASE_MS = 10_000;
const LOOK_AGAIN_MS = 250;

export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** One tab at a time: by the browser's locks, else by a lease in storage (plain http has no locks). */
export function tabLock(shelf: Shelf): Lock {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  return locks ? (name, work) => byBrowser(locks, name, work) : (name, work) => byLease(shelf, name, work);
}

async function byBrowser<T>(locks: LockManager, name: string, work: () => Promise<T>): Promise<T> {
  const given = new AbortController();
  const timer = setTimeout(() => given.abort(), LONGEST_WAIT_MS);
  let started = false;
  try {
    return await locks.request(name, { signal: given.signal }, () => {
      started = true;
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    if (started || !given.signal.aborted) throw error;
    return work();
  } finally {
    clearTimeout(timer);
  }
}

async function byLease<T>(shelf: Shelf, name: string, work: () => Promise<T>): Promise<T> {
  const me = newId();
  const key = `${name}:lease`;
  const holder = (): { id: string; until: number } | null => readJson(shelf, key);
  const take = (): void => shelf.set(key, JSON.stringify({ id: me, until: Date.now() + LEASE_MS }));
  const until = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const now = holder();
    // A lease further ahead than leases last is one from before the clock was set back.
    if (!now || now.until < Date.now() || now.until > Date.now() + LEASE_MS || Date.now() > until) {
      take();
      await pause(20);
      if (holder()?.id === me) break;
    }
    await pause(LOOK_AGAIN_MS);
  }
  const renew = setInterval(take, LEASE_MS / 2);
  try {
    return await work();
  } finally {
    clearInterval(renew);
    if (holder()?.id === me) shelf.remove(key);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
