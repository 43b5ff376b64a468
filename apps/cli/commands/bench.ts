/** Loaded when asked for: nothing else needs what it measures with. */
export async function bench(args: readonly string[]): Promise<number> {
  const { bench: measure } = await import('../bench/bench.command');
  await measure(args);
  return 0;
}
