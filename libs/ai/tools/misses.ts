import type { ToolBinding, ToolResult } from './tool';

/** Guesses at order numbers and identities in one conversation before a person takes over. */
export const MAX_MISSES = 5;

/** What every tool that takes a number answers from then on, own orders too. */
export function tooManyMisses(binding: ToolBinding): ToolResult | null {
  if (binding.misses < MAX_MISSES) return null;
  return {
    ok: false,
    data: { error: 'Too many order numbers were tried. Hand over to a person.' },
    evidence: [],
    summary: 'Refused: too many order numbers were tried in this conversation',
  };
}
