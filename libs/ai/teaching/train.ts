import { fold } from '../text/normalise';
import { LANGUAGES } from '../text/language';
import type { Example, IntentModel } from '../understand/model/intent-model';
import { calibrate, trainModel } from '../understand/model/intent-model';
import { intentsByRule } from '../understand/rules';
import { ownExamples } from '../understand/training';

/** From here on a shop's own sentences tell better than ours what a score is worth. */
const OWN_CURVE_FROM = 200;

/** Ours and theirs in one model. */
export function trainWith(taught: readonly Example[]): IntentModel {
  const examples = [...ownExamples(), ...taught];
  if (taught.length < OWN_CURVE_FROM) return trainModel(examples);
  const ruled = (text: string) => ({ ruled: LANGUAGES.flatMap((language) => intentsByRule(fold(text), language)) });
  return trainModel(examples, { curve: calibrate(taught, ruled) });
}
