import type { Payment } from '../seed/world.types';

type Clause = (row: Payment) => boolean;

const CLAUSE =
  /\s*(metadata\[(['"])(?<name>.+?)\2\]|status):(['"])(?<value>(?:\\.|(?!\4)[^\\])*)\4(?:\s+(?<join>AND|OR)\s+|\s*$)/y;

/** `metadata['order_id']:'1001' OR metadata['order_id']:'#1001'`, `status:'succeeded'`; null: it cannot be read. */
export function searched(query: string, rows: readonly Payment[], metadata: (row: Payment) => Record<string, string>) {
  const clauses: Clause[] = [];
  const joins = new Set<string>();
  for (let at = 0; at < query.length; at = CLAUSE.lastIndex) {
    CLAUSE.lastIndex = at;
    const { name, value = '', join } = CLAUSE.exec(query)?.groups ?? {};
    if (CLAUSE.lastIndex === 0) return null;
    const plain = value.replace(/\\(.)/g, '$1');
    clauses.push((row) =>
      name === undefined ? (plain === 'succeeded') === (row.status === 'captured') : metadata(row)[name] === plain,
    );
    if (join) joins.add(join);
  }
  // Stripe does not mix the two.
  if (clauses.length === 0 || joins.size > 1) return null;
  return rows.filter((row) =>
    joins.has('OR') ? clauses.some((fits) => fits(row)) : clauses.every((fits) => fits(row)),
  );
}
