import type { INTENTS } from '../understanding';

export type Known = Exclude<(typeof INTENTS)[number], 'other' | 'smalltalk'>;

/** The words by which one language asks for each thing. Patterns read folded text, one sentence or part of one at a time. */
export type Rules = Partial<Record<Known, RegExp>>;
