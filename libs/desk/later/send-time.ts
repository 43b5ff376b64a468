import { AppError } from '@satchel/kernel';

export interface SendTime {
  sendAfter: Date;
  held: boolean;
  cancelIfAnswered: boolean;
}

/** Longer nobody waits in front of the screen to take something back. */
export const MOST_UNDO_SECONDS = 30;
const MOST_AHEAD_MS = 366 * 24 * 3_600_000;

/** When a reply is to leave; null: now. A chosen time goes before the seconds to take it back. */
export function sendTimeOf(
  asked: { sendAt?: string; undoSeconds?: number; cancelIfCustomerWrites?: boolean },
  now: Date,
): SendTime | null {
  const cancelIfAnswered = asked.cancelIfCustomerWrites ?? false;
  if (asked.sendAt !== undefined) return { sendAfter: chosen(asked.sendAt, now), held: false, cancelIfAnswered };
  if (!asked.undoSeconds) return null;
  return { sendAfter: new Date(now.getTime() + asked.undoSeconds * 1000), held: true, cancelIfAnswered };
}

export function chosen(sendAt: string, now: Date): Date {
  const at = new Date(sendAt);
  const ahead = at.getTime() - now.getTime();
  if (ahead > 0 && ahead <= MOST_AHEAD_MS) return at;
  throw new AppError('bad_send_time', 422, 'sendAt must lie in the future, within a year.');
}
