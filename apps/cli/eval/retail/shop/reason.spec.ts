import { reasonOf } from './reason';

it.each([
  ['please cancel, it was a mistake', 'ordered by mistake'],
  ['it was a mistkae', 'ordered by mistake'],
  ['i placed it by acident', 'ordered by mistake'],
  ['I have no need for it any more', 'no longer needed'],
  ['my mistress does not want it', 'no longer needed'],
])('books "%s" as %s', (said, reason) => {
  expect(reasonOf(said)).toBe(reason);
});
