import type { Entry } from '../changes/action-log';
import type { Fields } from '../lightspeed.client';

/** An order with all that belongs to it, as the shop sent it. */
export interface WholeOrder {
  id: string;
  order: Fields;
  lines: Fields[];
  invoices: Fields[];
  shipments: Fields[];
  events: Fields[];
  /** What we wrote on it. */
  entries: Entry[];
  returns: Fields[];
}
