/** Loaded when asked for: nothing else needs what it measures with. */
export async function evaluate(args: readonly string[]): Promise<number> {
  const { evaluate: measure } = await import('../eval/eval.command');
  return measure(args);
}
