import type { GraphQLResolveInfo } from 'graphql';
import type { ViewContext } from '../order.view';
import { orderCancel } from './order-cancel';
import { orderUpdate, tagsAdd } from './order-update';
import { refundCreate } from './refund-create';

type Mutation<Args> = (context: ViewContext, args: Args, info: GraphQLResolveInfo) => unknown;

/** The mutation root: each field a function of its arguments, as graphql-js calls them. */
export function mutationRoot(context: ViewContext) {
  const field =
    <Args>(mutation: Mutation<Args>) =>
    (args: Args, _nothing: unknown, info: GraphQLResolveInfo) =>
      mutation(context, args, info);
  return {
    orderCancel: field(orderCancel),
    orderUpdate: field(orderUpdate),
    refundCreate: field(refundCreate),
    tagsAdd: field(tagsAdd),
  };
}
