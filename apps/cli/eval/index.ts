import type { Evaluation } from './evaluation';
import { knowledge } from './knowledge.eval';

/** Adding one is its file and one line here. */
export const EVALUATIONS: readonly Evaluation[] = [knowledge];
import { grounding } from './grounding.eval';

/** Adding one is its file and one line here. */
export const EVALUATIONS: readonly Evaluation[] = [grounding];
import { intents } from './intents.eval';

/** Adding one is its file and one line here. */
export const EVALUATIONS: readonly Evaluation[] = [intents];
import { retail } from './retail/retail.eval';

/** Adding one is its file and one line here. */
export const EVALUATIONS: readonly Evaluation[] = [retail];
