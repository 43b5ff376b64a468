import type { Sources } from '@satchel/actions';
import { z } from 'zod';
import { cleanLine } from '../text/normalise';
import { provenEmails } from './identity-of';
import type { PointsData } from './tool-data';
import type { AiTool } from './tool';
import { defineTool } from './tool';

const MAX_REWARDS = 20;
const NOBODY: PointsData = {
  found: false,
  programme: null,
  points: null,
  tier: null,
  rewards: [],
  incomplete: false,
};

export const pointsTool = (sources: Pick<Sources, 'all'>): AiTool =>
  defineTool({
    name: 'points',
    description:
      "The customer's points and tier in the loyalty programme, and the rewards they could redeem. Only for a customer who is proven.",
    schema: z.strictObject({}),
    async run(ctx, binding) {
      const [programme] = await sources.all(ctx, 'loyalty');
      const emails = provenEmails(binding);
      if (!programme || emails.length === 0)
        return { ok: true, data: NOBODY, evidence: [], summary: 'Nobody who is proven to be a member' };
      const { adapter, connection } = programme;
      for (const email of emails) {
        const member = await adapter.member(email);
        if (member?.state !== 'member') continue;
        const rewards = (await adapter.rewards())
          .slice(0, MAX_REWARDS)
          .map(({ externalId, name, pointsPrice, variable }) => {
            const points = pointsPrice ?? variable?.min ?? 0;
            return { rewardId: externalId, title: cleanLine(name, 100), points, affordable: points <= member.points };
          });
        const tier = member.tier === null ? null : cleanLine(member.tier, 60);
        const data: PointsData = {
          found: true,
          programme: cleanLine(connection.label, 60),
          points: member.points,
          tier,
          rewards,
          incomplete: false,
        };
        const source = `${connection.label}, read ${binding.now().toISOString()}`;
        return {
          ok: true,
          data,
          evidence: [{ label: member.pointsLabel.other, value: String(member.points), source }],
          summary: `${member.points} ${member.pointsLabel.other}`,
        };
      }
      return { ok: true, data: NOBODY, evidence: [], summary: 'The programme does not know this customer' };
    },
  });
