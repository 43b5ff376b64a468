import type { Meaning } from './meanings.service';

const BUILT_IN = 'built-in';

/** What the engine answers to a question of its own tells no other topic by words that only sound like one. */
export function wishesBeside(brain: string, { value, view }: Meaning): Meaning['value']['wishes'] {
  const asked = brain === BUILT_IN && Boolean(view.memory.frame?.waitsFor);
  return value.wishes.filter(({ sure }) => sure || !asked);
}
