import { fold } from '../text/normalise';
import type { Check } from './check';
import { amountKeys, codesOf, NUMBER_UNIT, UNIT_NUMBER } from './money';
import { meant } from './roles';

const CENTS = new RegExp(String.raw`(?<![\p{L}\p{N}])(\d+)\s?(?:cents?|ct|céntimos|centimes)(?![\p{L}\p{N}])`, 'giu');

/** Amounts of money, as minor units with their currency, against those that a tool returned. */
export function checkAmounts(check: Check): void {
  const { mask } = check.on;
  const sentence = fold(mask.text);
  // A sign between two numbers belongs to one of them; both readings are judged on their own text.
  for (const pattern of [UNIT_NUMBER, NUMBER_UNIT]) {
    for (const { 0: text, 1: a = '', 2: b = '', index } of [...mask.text.matchAll(pattern)]) {
      const [unit, number] = pattern === UNIT_NUMBER ? [a, b] : [b, a];
      if (codesOf(unit).length === 0) continue;
      const span = { from: index, to: index + text.length };
      const only = sentence.length === mask.text.length ? meant(check, 'amount', sentence, index, span) : undefined;
      check.judge('amount', amountKeys(unit, number), span, 'amount', { only });
      mask.blank(index, text.length);
    }
  }
  for (const hit of mask.take(CENTS)) check.wrong('amount', mask.span(hit));
}
