import type { RewardBody } from '@satchel/contracts';
import { z } from 'zod';
import { type Choice, defineAction } from '../action/action';
import { cannot } from '../action/preparation';

export const redeemReward = defineAction({
  name: 'redeem_reward',
  title: 'Redeem a reward',
  description: "Spends the customer's points on a reward and gives them its code. It cannot be taken back.",
  risk: 'money',
  assurance: 3,
  needs: { kind: 'loyalty', capability: 'redeem' },
  undoable: false,
  arguments: z.strictObject({
    rewardId: z.string().min(1).max(200).meta({ title: 'Reward', description: "The programme's own id of it." }),
    points: z
      .int()
      .positive()
      .optional()
      .meta({ title: 'Points', description: 'For a reward whose worth follows the points spent.' }),
  }),
  async choices({ ctx, sources }): Promise<Record<string, Choice[]>> {
    const found = await sources.able(ctx, 'loyalty', (programme) => programme.redeem !== undefined, 'redeem');
    if (!found.ok) return {};
    const rewards = await sources.told(() => found.adapter.rewards());
    if ('ok' in rewards) return {};
    return { rewardId: rewards.map((reward) => ({ value: reward.externalId, label: labelOf(reward) })) };
  },
  async prepare({ ctx, customer, sources }, { rewardId, points }) {
    const found = await sources.member(ctx, customer, 'redeem', (programme) => programme.redeem !== undefined);
    if (!found.ok) return found;
    const { member, connection, adapter } = found;
    const rewards = await sources.told(() => adapter.rewards());
    if ('ok' in rewards) return rewards;
    const reward = rewards.find(({ externalId }) => externalId === rewardId);
    if (!reward) return cannot('not_found', 'The loyalty programme has no such reward.');
    const { variable } = reward;
    if (
      variable &&
      (points === undefined || points < variable.min || points > variable.max || points % variable.step !== 0)
    )
      return cannot(
        'not_valid',
        `This reward takes ${variable.min} to ${variable.max} points, in steps of ${variable.step}.`,
      );
    const price = variable ? (points ?? 0) : (reward.pointsPrice ?? 0);
    if (member.points < price)
      return cannot('not_possible', `It costs ${price} ${member.pointsLabel.other}, and there are ${member.points}.`);
    const words = `${reward.name} for ${price} ${member.pointsLabel.other}`;
    return {
      ok: true,
      connectionId: connection.id,
      order: null,
      lockKey: `member:${member.externalId}`,
      amount: null,
      summary: { ahead: `Redeem ${words}`, done: `Redeemed ${words}` },
      shown: [
        { label: 'Reward', value: reward.name },
        { label: 'Costs', value: `${price} of ${member.points} ${member.pointsLabel.other}` },
      ],
      steps: [
        {
          name: 'Reward',
          connectionId: connection.id,
          change: 'loyalty.redeem',
          args: { memberId: member.externalId, rewardId, points: variable ? price : null },
        },
      ],
      facts: { tier: member.tier },
    };
  },
});

/** "€5 off (500 points)", "Money off (100 to 5,000 points)". */
function labelOf({ name, pointsPrice, variable }: RewardBody): string {
  const figure = (points: number): string => new Intl.NumberFormat('en').format(points);
  if (variable) return `${name} (${figure(variable.min)} to ${figure(variable.max)} points)`;
  return pointsPrice === null ? name : `${name} (${figure(pointsPrice)} points)`;
}
