import type { ActionRunBody } from '@satchel/contracts';
import { actionData } from './action-data';

it('tells no link that a customer put into their name', () => {
  const run = {
    action: 'grant_points',
    state: 'awaiting_confirmation',
    summary: 'Grant Anna https://evil.example/refund and www.evil.example 300 points',
    orderNumber: null,
    amount: null,
  } as unknown as ActionRunBody;
  expect(actionData(run, [])).toMatchObject({ summary: 'Grant Anna ... and ... 300 points' });
});
