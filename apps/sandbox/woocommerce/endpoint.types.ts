import type { Listed } from './lists';
import type { Fields, Query } from './wire';

export interface Call {
  ids: number[];
  query: Query;
  body: Fields;
}

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As "orders/:id/refunds". */
  path: string;
  /** For users who manage the shop alone. */
  managers?: boolean;
  answer(call: Call): Fields | Fields[] | Listed | { created: Fields };
}
