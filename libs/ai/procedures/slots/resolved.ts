import type { HandoffReason } from '../../tools/handoff-reasons';

/** What became of a slot: it has a value, a tool must answer first, the customer must, or they must show who they are. */
export type Resolved =
  | { kind: 'given' }
  | { kind: 'pending' }
  | { kind: 'ask'; text: string; offered?: string[] }
  | { kind: 'identity'; needs: 2 | 3 }
  | { kind: 'hand_over'; reason: HandoffReason };

export const GIVEN: Resolved = { kind: 'given' };
export const PENDING_SLOT: Resolved = { kind: 'pending' };
export const ask = (text: string, offered?: string[]): Resolved => ({ kind: 'ask', text, ...(offered && { offered }) });
export const handOver = (reason: HandoffReason): Resolved => ({ kind: 'hand_over', reason });
