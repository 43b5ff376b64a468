import { z } from 'zod';
import { defineAction } from '../action/action';
import { cannot } from '../action/preparation';
import { whom } from './whom';

export const grantPoints = defineAction({
  name: 'grant_points',
  title: 'Grant points',
  description:
    'Gives the customer points of the loyalty programme as a goodwill. They see the reason in their history.',
  risk: 'money',
  assurance: 2,
  needs: { kind: 'loyalty', capability: 'grant' },
  undoable: true,
  arguments: z.strictObject({
    points: z.int().min(1).max(1_000_000).meta({ title: 'Points' }),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .meta({ title: 'Reason', description: 'The customer sees it in their history.' }),
  }),
  async prepare({ ctx, customer, sources }, { points, reason }) {
    const found = await sources.member(ctx, customer, 'grant', (programme) => programme.grant !== undefined);
    if (!found.ok) return found;
    const { member, connection } = found;
    if (member.state !== 'member') return cannot('not_possible', 'This customer has not joined the loyalty programme.');
    const name = points === 1 ? member.pointsLabel.one : member.pointsLabel.other;
    const before = await sources.history(ctx, customer, 'grant_points');
    const called = whom(customer);
    return {
      ok: true,
      connectionId: connection.id,
      order: null,
      lockKey: `member:${member.externalId}`,
      amount: null,
      summary: { ahead: `Grant ${called} ${points} ${name}`, done: `Granted ${called} ${points} ${name}` },
      shown: [
        { label: 'Now', value: `${member.points} ${member.pointsLabel.other}` },
        { label: 'After', value: `${member.points + points} ${member.pointsLabel.other}` },
      ],
      steps: [
        {
          name: 'Points',
          connectionId: connection.id,
          change: 'loyalty.grant',
          args: { memberId: member.externalId, points, description: reason },
        },
      ],
      facts: { points, pointsIn90Days: before.reduce((sum, one) => sum + one.points, 0), tier: member.tier },
    };
  },
});
