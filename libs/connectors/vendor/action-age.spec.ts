import { v4, v7 } from 'uuid';
import { madeAt } from './action-age';

it('reads from an id of ours when its action was made, and nothing from any other', () => {
  const msecs = Date.parse('2026-11-20T09:30:00.123Z');
  expect(madeAt(v7({ msecs }))).toEqual(new Date(msecs));
  expect([v4(), '', 'order-1001'].map(madeAt)).toEqual([null, null, null]);
});
