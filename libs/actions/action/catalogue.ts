import { cancelOrder } from '../actions/cancel-order.action';
import { cancelSubscription } from '../actions/cancel-subscription.action';
import { changeInSystem } from '../actions/change-in-system.action';
import { changeAddress } from '../actions/change-address.action';
import { changeItems } from '../actions/change-items.action';
import { changePayment } from '../actions/change-payment.action';
import { createDiscount } from '../actions/create-discount.action';
import { createTask } from '../actions/create-task.action';
import { exchange } from '../actions/exchange.action';
import { explainDiscount } from '../actions/explain-discount.action';
import { grantPoints } from '../actions/grant-points.action';
import { lookUpInSystem } from '../actions/look-up-in-system.action';
import { lookUpOrder } from '../actions/look-up-order.action';
import { redeemReward } from '../actions/redeem-reward.action';
import { refundStatus } from '../actions/refund-status.action';
import { refund } from '../actions/refund.action';
import { rescheduleSubscription } from '../actions/reschedule-subscription.action';
import { resendConfirmation } from '../actions/resend-confirmation.action';
import { skipSubscription } from '../actions/skip-subscription.action';
import { startReturn } from '../actions/start-return.action';
import { swapSubscription } from '../actions/swap-subscription.action';
import { trackShipment } from '../actions/track-shipment.action';
import { updateOrderStatus } from '../actions/update-order-status.action';
import type { Action } from './action';

/** Everything that can be done. Adding an action is its file and one line here. */
export const ACTIONS: readonly Action[] = [
  lookUpOrder,
  trackShipment,
  refundStatus,
  explainDiscount,
  startReturn,
  exchange,
  refund,
  cancelOrder,
  changeAddress,
  changeItems,
  changePayment,
  resendConfirmation,
  updateOrderStatus,
  createDiscount,
  grantPoints,
  redeemReward,
  skipSubscription,
  rescheduleSubscription,
  swapSubscription,
  cancelSubscription,
  lookUpInSystem,
  changeInSystem,
  createTask,
];

const byName = new Map(ACTIONS.map((action) => [action.name, action]));

export const findAction = (name: string): Action | undefined => byName.get(name);
