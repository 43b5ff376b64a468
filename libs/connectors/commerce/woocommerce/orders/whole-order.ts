import type { Fields } from '../woocommerce.client';

/** An order with its refunds, newest first; the order itself names no more of them than their sums. */
export interface WholeOrder {
  id: string;
  order: Fields;
  refunds: Fields[];
}
