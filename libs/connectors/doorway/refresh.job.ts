import { defineJob } from '@satchel/kernel';
import type { Hint } from '../port';

/** A vendor said that something happened to one of its records: whoever keeps a copy asks again. */
export const refreshJob = defineJob<Hint & { connectionId: string }>('commerce.refresh');

/** What is told of one record within this time is asked once. */
const BURST_MS = 2_000;

/** When to ask, and under which key: hints of one burst share both, and a burst without end is asked every time again. */
export function burstOf(connectionId: string, { resource, externalId }: Hint, now: Date): { key: string; runAt: Date } {
  const burst = Math.floor(now.getTime() / BURST_MS);
  return { key: [connectionId, resource, externalId, burst].join(':'), runAt: new Date((burst + 1) * BURST_MS) };
}
