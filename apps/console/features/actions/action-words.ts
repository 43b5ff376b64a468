import type { ActionBody } from '@satchel/contracts';

/** Short enough for a button. */
const LABELS: Record<string, string> = {
  refund: 'Refund',
  start_return: 'Return or exchange',
  cancel_order: 'Cancel',
  change_address: 'Change address',
  change_items: 'Change items',
  change_payment: 'Change payment',
  resend_confirmation: 'Resend confirmation',
  create_discount: 'Discount code',
  update_order_status: 'Update status',
  grant_points: 'Grant points',
  redeem_reward: 'Redeem',
  skip_subscription: 'Skip',
  reschedule_subscription: 'Reschedule',
  cancel_subscription: 'Cancel',
};

export const buttonLabel = ({ name, title }: Pick<ActionBody, 'name' | 'title'>): string => LABELS[name] ?? title;

export const ORDER_ACTIONS = [
  'refund',
  'start_return',
  'cancel_order',
  'change_address',
  'change_items',
  'change_payment',
  'resend_confirmation',
  'create_discount',
  'update_order_status',
] as const;
export const LOYALTY_ACTIONS = ['grant_points', 'redeem_reward'] as const;
export const SUBSCRIPTION_ACTIONS = ['skip_subscription', 'reschedule_subscription', 'cancel_subscription'] as const;

/** What can be done, in our order, and what cannot, each with its reason. */
export function sortActions(
  actions: readonly ActionBody[],
  names: readonly string[],
): { possible: ActionBody[]; not: ActionBody[] } {
  const known = names.flatMap((name) => actions.filter((action) => action.name === name));
  return {
    possible: known.filter(({ availability }) => availability?.possible !== false),
    not: known.filter(({ availability }) => availability?.possible === false),
  };
}
