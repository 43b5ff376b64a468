import type { ActionRunBody } from '@satchel/contracts';
import { fill, opening, type Values } from '../engine/wording/fill';
import { isPhrase, type Phrase, PHRASES } from '../engine/wording/phrases';
import { writeMoney } from '../procedures/speak';
import type { Language } from '../text/language';

interface Style {
  brief: boolean;
  informal?: boolean;
}

/** What a person let happen or did not, in the house's own words and from the record alone; what that does not hold is not said. */
export function decidedWords(run: ActionRunBody, language: Language, { brief, informal }: Style): string {
  const phrases = PHRASES[language];
  const said = (name: Phrase, values: Values = {}): string => fill(phrases[name], values, informal);
  if (run.state === 'denied') return opening(`${said('denied')} ${said('denied_more')}`, language, brief);
  const code = run.result?.['code'];
  const values: Values = {
    order: run.orderNumber ?? undefined,
    amount: run.amount ? writeMoney(run.amount, language) : undefined,
    newCode: typeof code === 'string' ? code : undefined,
  };
  const own = `done_${run.action}`;
  const known = (name: Phrase): boolean =>
    [...phrases[name].matchAll(/\{(\w+)\}/g)].every(([, value = '']) => values[value] !== undefined);
  const phrase: Phrase = isPhrase(own) && known(own) ? own : 'done_other';
  return opening(said(phrase, values), language, brief);
}
