import type { ProcedureDocument } from '../document';
import { cancelOrder } from './cancel-order.procedure';
import { changeAddress } from './change-address.procedure';
import { changeItems } from './change-items.procedure';
import { exchangeItems } from './exchange.procedure';
import { refundStatus } from './refund-status.procedure';
import { returnItems } from './return.procedure';
import { whereIsMyOrder } from './where-is-my-order.procedure';

/** What the house ships; each is used until a shop writes its own. A new one is its file and a line here. */
export const BUILT_IN: readonly ProcedureDocument[] = [
  whereIsMyOrder,
  cancelOrder,
  changeAddress,
  changeItems,
  returnItems,
  exchangeItems,
  refundStatus,
];
