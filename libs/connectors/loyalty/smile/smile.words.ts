import type { LoyaltyMemberBody, RedemptionBody } from '@satchel/contracts';

/** Customer.state */
export const STATE_WORDS: Readonly<Record<string, LoyaltyMemberBody['state']>> = {
  member: 'member',
  candidate: 'candidate',
  disabled: 'disabled',
};

/** RewardFulfillment.usage_status; `untracked`: the shop does not tell Smile.io whether the code was used. */
export const USAGE_WORDS: Readonly<Record<string, RedemptionBody['usage']>> = {
  used: 'used',
  unused: 'unused',
  untracked: 'unknown',
};

/** RewardFulfillment.fulfillment_status: is there something for the customer? */
export const FULFILMENT_WORDS: Readonly<Record<string, 'there' | 'gone'>> = {
  issued: 'there',
  pending: 'there',
  cancelled: 'gone',
  failed: 'gone',
};
