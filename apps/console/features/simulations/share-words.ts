import type { MeasuredShare } from '@satchel/contracts';

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** "11 of 12 (92 %, surely 65 to 99 %)". */
export function shareWords({ hits, n, share, low, high }: MeasuredShare): string {
  if (n === 0) return 'none';
  return `${hits} of ${n} (${percent(share)}, surely ${Math.round(100 * low)} to ${percent(high)})`;
}
