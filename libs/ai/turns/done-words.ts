import type { ActionRunBody } from '@satchel/contracts';
import { fill, opening, type Values } from '../engine/wording/fill';
import { isPhrase, type Phrase, PHRASES } from '../engine/wording/phrases';
import { writeMoney } from '../procedures/speak';
import type { Language } from '../text/language';

interface Style {
  brief: boolean;
  informal?: boolean;
}

/** What was done, in the house's own words and from the record alone; what the record does not hold is not said. */
export function doneWords(run: ActionRunBody, language: Language, { brief, informal }: Style): string {
  const code = run.result?.['code'];
  const values: Values = {
    order: run.orderNumber ?? undefined,
    amount: run.amount ? writeMoney(run.amount, language) : undefined,
    newCode: typeof code === 'string' ? code : undefined,
  };
  const own = `done_${run.action}`;
  const phrases = PHRASES[language];
  const known = (name: Phrase): boolean =>
    [...phrases[name].matchAll(/\{(\w+)\}/g)].every(([, value = '']) => values[value] !== undefined);
  const phrase: Phrase = isPhrase(own) && known(own) ? own : 'done_other';
  return opening(fill(phrases[phrase], values, informal), language, brief);
}
