import type { Evaluation } from './evaluation';

/** Adding one is its file and one line here. */
export const EVALUATIONS: readonly Evaluation[] = [];
