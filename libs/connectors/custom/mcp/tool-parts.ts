import type { OperationCardBody, OperationFindBody } from '@satchel/contracts';
import { fieldsIn } from '../../vendor/loose';
import { cardOf, type Complain, findOf } from '../operation-parts';
import { namesIn } from '../template';

/** A tool's arguments are its server's to tell, later: those that the template names stand for them. */
const assumed = (names: Iterable<string>) => ({
  type: 'object',
  properties: Object.fromEntries([...names].map((name) => [name, {}])),
});

export function findWords(find: unknown, complain: Complain): OperationFindBody | null {
  return findOf(find, assumed(namesIn(find)), complain);
}

export function cardWords(card: unknown, effect: unknown, complain: Complain): OperationCardBody | null {
  return cardOf(card, effect, assumed(Object.keys(fieldsIn(fieldsIn(card).arguments))), complain);
}
