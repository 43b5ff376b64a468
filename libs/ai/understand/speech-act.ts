import type { SpeechAct } from './understanding';
import type { Words } from './words';

/** Keywords thrown at a chat box: "refund status", "track order". Longer ones without a verb are told facts. */
const KEYWORDS = 4;

/**
 * What a sentence does. A deed that is denied ("do not cancel") or told as done ("I got the refund") must never look like
 * a request for it; whatever asks wins over whatever reports, because "I received it and want to return it" asks.
 */
export function speechActOf(folded: string, original: string, words: Words): SpeechAct {
  const bare = folded.replace(/[\s.!…]+$|^[¡¿\s]+/g, '');
  if (words.thanks.test(bare)) return 'thanks';
  if (words.negated.test(folded)) return 'negation';
  const asks = /\?/.test(original) || words.question.test(folded);
  const wants = words.request.test(folded) || words.imperative.test(folded);
  if (words.courtesy.test(bare) && !asks) return 'greeting';
  if (wants && !(asks && words.question.test(folded) && !words.imperative.test(folded) && /\?/.test(original)))
    return 'request';
  if (asks) return 'question';
  if (words.trouble.test(folded)) return 'complaint';
  if (words.report.test(folded)) return 'statement';
  if (words.anger.test(folded)) return 'complaint';
  if (bare.split(/\s+/).length <= KEYWORDS && !/\b(?:i|my|ich|ik|je|j'ai|yo|mein\w*|mijn|mon|ma|mi)\b/.test(bare))
    return 'request';
  return 'statement';
}
