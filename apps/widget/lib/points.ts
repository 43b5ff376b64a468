import { number } from './format';
import { plural, type Plural } from './words';

/** "1,240 Coins" as the programme calls them; what it just calls points is called so in the visitor's language. */
export function pointsText(
  points: number,
  label: { one: string; other: string } | undefined,
  usual: Plural,
  language: string,
): string {
  if (!label || /^points?$/i.test(label.other)) return plural(usual, points, language);
  return `${number(points, language)} ${points === 1 ? label.one : label.other}`;
}
