import type { INTENTS } from '../understanding';

/** Our own sentences for each intent, with "|" between them. */
export type TrainingText = Record<(typeof INTENTS)[number], string>;
