import type { OperationRowBody } from '@satchel/contracts';
import { outsideWords } from '../../custom/outside-words';
import { fieldsIn, listIn } from '../../vendor/loose';
import type { Follow } from './follow';
import { objectOf, schemaOf } from './schema-of';

const MOST_ROWS = 8;
type Json = Record<string, unknown>;

/** A first guess at what of the answer is worth a row: the plain values at its top, or of the first in its only list. */
export function rowsOf(described: Json, follow: Follow): OperationRowBody[] {
  const good = Object.entries(fieldsIn(described.responses)).find(([status]) => /^2/.test(status))?.[1];
  const { content } = follow(good).value;
  const json = Object.entries(fieldsIn(content)).find(([type]) => /json/i.test(type))?.[1];
  return plainRows(schemaOf(fieldsIn(json).schema, { follow, sent: false }), '$').slice(0, MOST_ROWS);
}

function plainRows(schema: Json, path: string, deeper = true): OperationRowBody[] {
  if (hasType(schema, 'array')) return deeper ? plainRows(fieldsIn(schema.items), `${path}[0]`, false) : [];
  const all = Object.entries(objectOf(schema).properties).map(([name, one]) => ({ name, one: fieldsIn(one) }));
  const plain = all.filter(({ one }) => ['string', 'number', 'integer', 'boolean'].some((type) => hasType(one, type)));
  if (plain.length > 0)
    return plain.map(({ name }) => ({ label: labelOf(name), path: `${path}[${JSON.stringify(name)}]` }));
  const lists = all.filter(({ one }) => hasType(one, 'array'));
  const [list] = lists;
  return deeper && list && lists.length === 1
    ? plainRows(fieldsIn(list.one.items), `${path}[${JSON.stringify(list.name)}][0]`, false)
    : [];
}

function hasType({ type }: Json, wanted: string): boolean {
  return type === wanted || listIn(type).includes(wanted);
}

function labelOf(name: string): string {
  const words = outsideWords(
    name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[_-]+/g, ' '),
    80,
  ).toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1) || 'Value';
}
