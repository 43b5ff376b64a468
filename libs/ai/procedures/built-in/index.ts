import type { ProcedureDocument } from '../document';
import { addToRefund } from './add-to-refund.procedure';
import { cancelOrder } from './cancel-order.procedure';
import { cancelSubscription } from './cancel-subscription.procedure';
import { changeAccount } from './change-account.procedure';
import { changeAddress } from './change-address.procedure';
import { changeItems } from './change-items.procedure';
import { changePayment } from './change-payment.procedure';
import { changeSubscription } from './change-subscription.procedure';
import { chargeProblem } from './charge-problem.procedure';
import { complaint } from './complaint.procedure';
import { deleteAccount } from './delete-account.procedure';
import { deliveryTime } from './delivery-time.procedure';
import { discountCode } from './discount-code.procedure';
import { exchangeItems } from './exchange.procedure';
import { invoiceCopy } from './invoice.procedure';
import { missingParcel } from './missing-parcel.procedure';
import { newsletter } from './newsletter.procedure';
import { outOfStock } from './out-of-stock.procedure';
import { pointsBalance } from './points-balance.procedure';
import { pointsMissing } from './points-missing.procedure';
import { policyQuestion } from './policy-question.procedure';
import { priceMatch } from './price-match.procedure';
import { productQuestion } from './product-question.procedure';
import { redeemReward } from './redeem-reward.procedure';
import { refundRequest } from './refund.procedure';
import { refundStatus } from './refund-status.procedure';
import { returnItems } from './return.procedure';
import { skipDelivery } from './skip-delivery.procedure';
import { whereIsMyOrder } from './where-is-my-order.procedure';
import { wrongDelivery } from './wrong-delivery.procedure';

/** What the house ships; each is used until a shop writes its own. A new one is its file and a line here. */
export const BUILT_IN: readonly ProcedureDocument[] = [
  whereIsMyOrder,
  deliveryTime,
  missingParcel,
  cancelOrder,
  changeAddress,
  changeAccount,
  changeItems,
  changePayment,
  returnItems,
  exchangeItems,
  refundRequest,
  refundStatus,
  addToRefund,
  chargeProblem,
  discountCode,
  priceMatch,
  outOfStock,
  productQuestion,
  policyQuestion,
  pointsBalance,
  pointsMissing,
  redeemReward,
  skipDelivery,
  changeSubscription,
  cancelSubscription,
  invoiceCopy,
  wrongDelivery,
  newsletter,
  deleteAccount,
  complaint,
];
