import type { GateResult } from '../gate/gate';
import { type Shortened, withoutProblems } from '../gate/repair';

/** A reply without the sentences that nothing proves; null where too little is left, or what is left proves no better. */
export function mended(text: string, gate: GateResult, passes: (text: string) => boolean): Shortened | null {
  const shorter = withoutProblems(text, gate);
  return shorter && passes(shorter.text) ? shorter : null;
}
