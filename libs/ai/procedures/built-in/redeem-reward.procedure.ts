import { defineProcedure } from '../document';
import { settle } from './slots';

export const redeemReward = defineProcedure({
  name: 'redeem-reward',
  title: 'Spend points on a reward',
  intents: ['redeem_reward'],
  tools: ['points', 'redeem_reward'],
  reason: 'account',
  slots: { reward: { kind: 'reward', from: ['words', 'answer'], ask: 'ask_reward' } },
  steps: [
    { do: 'look_up', tool: 'points', with: {} },
    {
      do: 'check',
      branches: [
        {
          when: { not: { fact: 'rewards.affordable', atLeast: 1 } },
          steps: [{ do: 'say', tell: 'rewards', end: true }],
        },
      ],
    },
    { do: 'need', slot: 'reward' },
    { do: 'propose', action: 'redeem_reward', with: { rewardId: { slot: 'reward' } } },
    ...settle,
  ],
});
