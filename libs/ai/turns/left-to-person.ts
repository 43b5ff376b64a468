import type { LoopResult } from '../loop/loop-types';
import type { HandoffReason } from '../tools/handoff-reasons';

/** A turn that no brain thinks about: a person goes on. */
export function leftToPerson(reason: HandoffReason): LoopResult {
  return {
    end: { kind: 'hand_over', reason, summary: '', draft: null },
    brain: 'none',
    intent: null,
    transcript: [],
    toolCalls: [],
    evidence: [],
    results: [],
    asked: [],
    tokens: { input: 0, output: 0 },
    modelCalls: 0,
    faults: [],
  };
}
