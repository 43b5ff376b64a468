import { nearestAmong } from './nearest';

const near = nearestAmong([
  { text: 'please cancel my order', intent: 'cancel_order' },
  { text: 'i want to cancel the purchase of yesterday', intent: 'cancel_order' },
  { text: 'where is my parcel', intent: 'where_is_my_order' },
]);

it('tells whether nearly the same was said before', () => {
  const [said, other] = near('please cancel my order');
  expect(said).toMatchObject({ intent: 'cancel_order' });
  expect(said?.likeness).toBeCloseTo(1, 3);
  expect(other?.likeness).toBeLessThan(0.5);
});

it('sees it through a wrong letter, and nothing in what is strange', () => {
  expect(near('where is my parcle')[0]).toMatchObject({ intent: 'where_is_my_order' });
  expect(near('zyx wvu')[0]?.likeness).toBe(0);
});
