import { defineJob } from '@satchel/kernel';
import type { AdapterOf, ChangeHook, ConnectorKind } from '../port';

/** A vendor that pushes what changed is to be told where to call us. */
export const registerHookJob = defineJob<{ connectionId: string }>('connectors.register_hook');

/** Somebody waits for the connection to be gone. */
export const UNREGISTER_LIMIT_MS = 5_000;

/** The way in for hints; null where there is none, and for channels, whose way in is another one. */
export function hookOf(adapter: AdapterOf[ConnectorKind] | null): ChangeHook | null {
  const hook = adapter && 'hook' in adapter ? adapter.hook : undefined;
  return hook && 'hints' in hook ? hook : null;
}
