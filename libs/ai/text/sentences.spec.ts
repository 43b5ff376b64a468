import { splitSentences } from './sentences';

it('ends a sentence of who writes without capitals', () => {
  expect(splitSentences('my name is ann lee. please cancel order 1004. it was a mistake')).toEqual([
    'my name is ann lee.',
    'please cancel order 1004.',
    'it was a mistake',
  ]);
});

it('ends none behind an abbreviation, nor where others begin with a capital', () => {
  expect(splitSentences('meet me at st. james road with the set incl. batteries')).toHaveLength(1);
  expect(splitSentences('Send the set incl. batteries back. It is broken')).toEqual([
    'Send the set incl. batteries back.',
    'It is broken',
  ]);
});
