/** How long to wait before the next try: doubling, with a jitter of a half either way so that a restart is no storm. */
export function backoff(failures: number, options: { firstMs: number; mostMs: number }, random = Math.random): number {
  const grown = Math.min(options.mostMs, options.firstMs * 2 ** Math.min(failures, 20));
  return Math.round(grown * (0.5 + random()));
}
