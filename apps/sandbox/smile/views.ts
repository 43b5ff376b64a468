import { rewards, tiers } from '../seed/loyalty';
import type { PointsEntry, Redemption, Reward, Tier } from '../seed/world.types';

/** The order discount whose worth follows the points: a hundred are a euro. */
export const VARIABLE = { id: 599, name: 'Order discount', step: 100, value: 1, min: 100, max: 5_000 };
const SINCE = '2024-04-04T15:10:42.030Z';
const image = (name: string) => `https://platform.smile.io/v1/images/${name}.svg`;

export const transactionView = (entry: PointsEntry) => ({
  id: entry.id,
  customer_id: entry.memberId,
  points_change: entry.points,
  description: entry.note,
  internal_note: entry.kind === 'grant' ? entry.key : null,
  created_at: entry.at.toISOString(),
  updated_at: entry.at.toISOString(),
});

export const fulfilmentView = ({ id, memberId, reward, discount, at, usedAt }: Redemption) => ({
  id,
  name: reward.name,
  code: discount.code,
  customer_id: memberId,
  fulfillment_status: 'issued',
  image_url: image('rewards/coupon'),
  action_text: null,
  action_url: null,
  usage_instructions: 'Use this code at checkout.',
  terms_and_conditions: null,
  expires_at: discount.endsAt?.toISOString() ?? null,
  usage_status: usedAt ? 'used' : 'unused',
  used_at: usedAt?.toISOString() ?? null,
  created_at: at.toISOString(),
  updated_at: (usedAt ?? at).toISOString(),
});

const rewardView = (id: number, name: string) => ({
  id: id + 10_000,
  name,
  image_url: image('rewards/coupon'),
  created_at: SINCE,
  updated_at: SINCE,
});

const fixedProduct = ({ id, name, points }: Reward) => ({
  id,
  exchange_type: 'fixed',
  exchange_description: `${points} Points`,
  points_price: points,
  variable_points_step: null,
  variable_points_step_reward_value: null,
  variable_points_min: null,
  variable_points_max: null,
  reward: rewardView(id, name),
  created_at: SINCE,
  updated_at: SINCE,
});

const variableProduct = {
  id: VARIABLE.id,
  exchange_type: 'variable',
  exchange_description: `${VARIABLE.step} Points = €${VARIABLE.value} off`,
  points_price: null,
  variable_points_step: VARIABLE.step,
  variable_points_step_reward_value: VARIABLE.value,
  variable_points_min: VARIABLE.min,
  variable_points_max: VARIABLE.max,
  reward: rewardView(VARIABLE.id, VARIABLE.name),
  created_at: SINCE,
  updated_at: SINCE,
};

export const productViews = () => [...rewards.map(fixedProduct), variableProduct];

export const tierView = ({ id, name, threshold, rate }: Tier, include: string) => ({
  id,
  name,
  image_url: image(`vip_tiers/${id}`),
  milestone: threshold,
  ...(include.includes('perks') && {
    perks: [
      { name: `${rate} points for every euro` },
      ...(id === tiers.at(-1)?.id ? [{ name: 'Early access to sales' }] : []),
    ],
  }),
  ...(include.includes('entry_rewards') && { entry_rewards: [] }),
});
