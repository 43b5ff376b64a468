import type { IntentModel } from './model/intent-model';
import { judge, scoreOf } from './model/intent-model';
import type { Known } from './rules/rules';
import type { IntentGuess } from './understanding';

/** What the classifier must see at least for a guess that no rule supports. */
const SEEN = -0.6;
const GUESSES = 4;

/** What a sentence may be about, likeliest first: all that the rules find, and what the classifier sees beside it. */
export function guessesFor(text: string, ruled: readonly Known[], model: IntentModel): IntentGuess[] {
  const judged = judge(model, text);
  const seen = judged.filter(({ decision }) => decision > SEEN).slice(0, 2);
  const intents = new Set([...ruled, ...seen.map(({ intent }) => intent)]);
  const scored = [...intents]
    .map((intent) => ({ intent, score: scoreOf(model, judged, intent, ruled) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, GUESSES);
  return scored.map(({ intent, score }) => {
    const other = scored.find((one) => one.intent !== intent)?.score ?? 0;
    return { intent, score, margin: score - other };
  });
}
