import type { HandoffBody } from '@satchel/contracts';
import { formatDate } from '../../lib/format';

export interface Wait {
  text: string;
  late: boolean;
}

/** How long a customer waits for a person, and how many wait longer; null: they do not wait. */
export function waitWords(handoff: HandoffBody | undefined, now: number): Wait | null {
  if (!handoff || handoff.takenAt) return null;
  const age = formatDate(handoff.handedAt, 'age', new Date(now));
  const late = handoff.late || Date.parse(handoff.dueAt) <= now;
  return {
    late,
    text: [
      late ? 'Late' : '',
      age === 'now' ? 'waits since now' : `waits ${age}`,
      handoff.position === null ? '' : handoff.position === 1 ? 'next in line' : `place ${handoff.position} in line`,
    ]
      .filter(Boolean)
      .join(', ')
      .replace(/^./, (letter) => letter.toUpperCase()),
  };
}
