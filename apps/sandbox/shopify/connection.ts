import { GraphQLError } from 'graphql';

export interface PageArgs {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
}

const MOST_PER_PAGE = 250;

const cursorOf = (id: number) => Buffer.from(JSON.stringify({ last_id: id })).toString('base64');

function idOf(cursor: string): number | null {
  try {
    return (JSON.parse(Buffer.from(cursor, 'base64').toString()) as { last_id?: number }).last_id ?? null;
  } catch {
    return null;
  }
}

function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

/** A Relay connection over rows already in order; `first` or `last` is a must, as with Shopify. */
export function connection<T extends { id: number }, V>(rows: T[], args: PageArgs, view: (row: T) => V) {
  const first = args.first ?? null;
  const last = args.last ?? null;
  const size = first ?? last;
  if (size === null) refuse('you must provide one of first or last');
  if (first !== null && last !== null) refuse('providing both first and last is not supported');
  if (size < 0) refuse(`${first !== null ? 'first' : 'last'} cannot be negative`);
  if (size > MOST_PER_PAGE) refuse(`${first !== null ? 'first' : 'last'} cannot exceed ${MOST_PER_PAGE}`);
  const ordered = args.reverse ? [...rows].reverse() : rows;
  const place = (cursor: string) => {
    const id = idOf(cursor);
    const index = ordered.findIndex((row) => row.id === id);
    return index < 0 ? refuse('Invalid cursor for current pagination sort.') : index;
  };
  const from = args.after ? place(args.after) + 1 : 0;
  const to = args.before ? place(args.before) : ordered.length;
  const window = ordered.slice(from, to);
  const page = first !== null ? window.slice(0, size) : window.slice(Math.max(0, window.length - size));
  const edges = page.map((row) => ({ cursor: cursorOf(row.id), node: view(row) }));
  const start = page[0] ? ordered.indexOf(page[0]) : from;
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasPreviousPage: start > 0,
      hasNextPage: page.length > 0 && start + page.length < ordered.length,
    },
  };
}
