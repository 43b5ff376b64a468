import {
  CUSTOMER_FACTS,
  type CustomerFact,
  type OperationCardBody,
  type OperationFindBody,
  type OperationRowBody,
} from '@satchel/contracts';
import { fieldsIn, listIn } from '../vendor/loose';
import { argumentsOf } from './arguments';
import { pathProblem } from './pick';
import { namesIn } from './template';

const MOST_ROWS = 30;
export const OPERATION_NAME = /^[a-z][a-z0-9_]{0,59}$/;

/** Takes what is wrong, said of one operation: "path names {id}, which is no argument". */
export type Complain = (problem: string) => void;

export function textOf(value: unknown, what: string, most: number, complain: Complain): string {
  if (typeof value !== 'string' || value.trim() === '') complain(`${what} is missing`);
  else if (value.length > most) complain(`${what} is longer than ${most} characters`);
  return typeof value === 'string' ? value.trim() : '';
}

/** Templates by name, as headers and queries have them. */
export function templatesOf(value: unknown, what: string, complain: Complain): Record<string, string> {
  const entries = Object.entries(fieldsIn(value ?? {}));
  if (value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value)))
    complain(`${what} must be an object of texts`);
  for (const [name, text] of entries) if (typeof text !== 'string') complain(`${what} "${name}" must be a text`);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

export function rowsOf(value: unknown, what: string, complain: Complain): OperationRowBody[] {
  if (value !== undefined && !Array.isArray(value)) complain(`${what} must be a list of {label, path}`);
  const rows = listIn(value).map((row) => ({
    label: textOf(fieldsIn(row).label, `a label of ${what}`, 80, complain),
    path: textOf(fieldsIn(row).path, `a path of ${what}`, 500, complain),
  }));
  if (rows.length > MOST_ROWS) complain(`${what} has more than ${MOST_ROWS} rows`);
  for (const { label, path } of rows) {
    const problem = path && pathProblem(path);
    if (problem) complain(`${what} "${label}": ${path} is not a JSONPath (${problem})`);
    else if (namesIn(path).size > 0) complain(`${what} "${label}": ${path} names an argument, and a row cannot`);
  }
  return rows;
}

export function findOf(value: unknown, args: Record<string, unknown>, complain: Complain): OperationFindBody | null {
  if (value === undefined || value === null) return null;
  const { operation, arguments: given, path, result } = fieldsIn(value);
  const find: OperationFindBody = {
    operation: textOf(operation, 'the operation of find', 120, complain),
    arguments: templatesOf(given, 'an argument of find', complain),
    path: textOf(path, 'the path of find', 500, complain),
    ...(result === undefined || result === null ? {} : { result: rowsOf(result, 'the result of find', complain) }),
  };
  const problem = find.path && pathProblem(find.path);
  if (problem) complain(`find: ${find.path} is not a JSONPath (${problem})`);
  noStrangers({ path: find.path, arguments: find.arguments }, 'find', args, complain, ['key']);
  return find;
}

export function cardOf(
  value: unknown,
  effect: unknown,
  args: Record<string, unknown>,
  complain: Complain,
): OperationCardBody | null {
  if (value === undefined || value === null) return null;
  const card = fieldsIn(value);
  const title = textOf(card.title, 'the title of the card', 80, complain);
  const facts = templatesOf(card.arguments, 'an argument of the card', complain);
  const { names, required } = argumentsOf(args);
  if (effect !== 'read') complain('a card is for reads only');
  for (const [name, fact] of Object.entries(facts)) {
    if (!names.has(name)) complain(`the card gives ${name}, which is no argument`);
    if (!CUSTOMER_FACTS.includes(fact as CustomerFact))
      complain(`the card gives ${name} from "${fact}"; there are ${CUSTOMER_FACTS.join(', ')}`);
  }
  for (const name of required) if (!(name in facts)) complain(`the card does not say where ${name} comes from`);
  return { title, arguments: facts as Record<string, CustomerFact> };
}

/** Complains about each name in a template that is no argument. */
export function noStrangers(
  template: unknown,
  what: string,
  args: Record<string, unknown>,
  complain: Complain,
  known: string[] = [],
): void {
  const { names } = argumentsOf(args);
  for (const name of namesIn(template))
    if (!names.has(name) && !known.includes(name)) complain(`${what} names {${name}}, which is no argument`);
}
