/** Of 95 %: the share that a two-sided normal interval leaves out on each side is 2.5 %. */
const Z = 1.959964;

export interface Interval {
  share: number;
  low: number;
  high: number;
}

/** A share with its Wilson interval: honest for few cases and near 0 or 1, where the usual one is not. */
export function wilson(hits: number, of: number, z = Z): Interval {
  if (of === 0) return { share: 0, low: 0, high: 1 };
  const share = hits / of;
  const square = z * z;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half = (z / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
