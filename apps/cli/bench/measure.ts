/** Figures of one run of something repeated. */
export interface Rate {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  count: number;
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function summary(latencies: number[], seconds: number): Rate {
  const sorted = [...latencies].sort((a, b) => a - b);
  return {
    perSecond: sorted.length / seconds,
    p50Ms: percentile(sorted, 0.5),
    p95Ms: percentile(sorted, 0.95),
    p99Ms: percentile(sorted, 0.99),
    count: sorted.length,
  };
}

/** `writers` loops, each waiting for its own answer, for so long; the first part warms up and is not counted. */
export async function hammer(
  writers: number,
  seconds: number,
  once: (writer: number, turn: number) => Promise<void>,
): Promise<Rate> {
  const warmUp = Math.min(2, seconds / 4);
  const begin = performance.now() + warmUp * 1000;
  const end = begin + seconds * 1000;
  const latencies: number[] = [];
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let turn = 0; performance.now() < end; turn++) {
        const from = performance.now();
        await once(writer, turn);
        const to = performance.now();
        if (from >= begin && to <= end) latencies.push(to - from);
      }
    }),
  );
  return summary(latencies, seconds);
}
