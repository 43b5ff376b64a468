import { shareWords } from './share-words';

it('says a share with how sure it is, and none where there was nothing', () => {
  expect(shareWords({ hits: 11, n: 12, share: 0.9167, low: 0.6461, high: 0.9851 })).toBe(
    '11 of 12 (92 %, surely 65 to 99 %)',
  );
  expect(shareWords({ hits: 0, n: 0, share: 0, low: 0, high: 1 })).toBe('none');
});
