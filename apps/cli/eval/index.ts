import { attack } from './attack/attack.eval';
import type { Evaluation } from './evaluation';
import { faults } from './faults.eval';
import { grounding } from './grounding.eval';
import { intents } from './intents.eval';
import { knowledge } from './knowledge.eval';
import { moneyEvaluation } from './money.eval';
import { retail } from './retail/retail.eval';
import { simulations } from './simulations.eval';

/** Adding one is its file and one line here. */
export const EVALUATIONS: readonly Evaluation[] = [
  intents,
  grounding,
  knowledge,
  moneyEvaluation,
  attack,
  faults,
  retail,
  simulations,
];
