import { ownExamples } from '../training';
import type { IntentModel } from './intent-model';
import { trainModel } from './intent-model';

let own: IntentModel | null = null;

/** The model of our own sentences: trained on first use, in under a second, and kept. */
export function ownModel(): IntentModel {
  own ??= trainModel(ownExamples());
  return own;
}
