import type { GraphQLResolveInfo } from 'graphql';
import type { ViewContext } from '../view-context';
import { discountCodeBasicCreate, discountCodeDeactivate } from './discounts';
import { orderCancel } from './order-cancel';
import { orderEditAddVariant, orderEditBegin, orderEditCommit, orderEditSetQuantity } from './order-edit';
import { orderUpdate, tagsAdd } from './order-update';
import { refundCreate } from './refund-create';
import { returnCreate, returnRequest } from './returns';
import { webhookSubscriptionCreate, webhookSubscriptionDelete } from './webhooks';

type Mutation<Args> = (context: ViewContext, args: Args, info: GraphQLResolveInfo) => unknown;

/** The mutation root: each field a function of its arguments, as graphql-js calls them. */
export function mutationRoot(context: ViewContext) {
  const field =
    <Args>(mutation: Mutation<Args>) =>
    (args: Args, _nothing: unknown, info: GraphQLResolveInfo) =>
      mutation(context, args, info);
  return {
    orderCancel: field(orderCancel),
    orderEditAddVariant: field(orderEditAddVariant),
    orderEditBegin: field(orderEditBegin),
    orderEditCommit: field(orderEditCommit),
    orderEditSetQuantity: field(orderEditSetQuantity),
    orderUpdate: field(orderUpdate),
    refundCreate: field(refundCreate),
    returnCreate: field(returnCreate),
    returnRequest: field(returnRequest),
    tagsAdd: field(tagsAdd),
    discountCodeBasicCreate: field(discountCodeBasicCreate),
    discountCodeDeactivate: field(discountCodeDeactivate),
    webhookSubscriptionCreate: field(webhookSubscriptionCreate),
    webhookSubscriptionDelete: field(webhookSubscriptionDelete),
  };
}
