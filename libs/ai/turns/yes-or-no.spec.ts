import { yesOrNo } from './yes-or-no';

it.each([
  ['Yes', 'yes'],
  ['yes please!', 'yes'],
  ['Yes, thanks 👍', 'yes'],
  ['Ja, bitte.', 'yes'],
  ['Sí, por favor', 'yes'],
  ["D'accord", 'yes'],
  ['Yes.\n\nBest regards,\nAnna Bergmann\n+49 170 1234567', 'yes'],
  ['Yes please\n\nAnna', 'yes'],
  ['Ja graag', 'yes'],
  ['No', 'no'],
  ['No, thank you', 'no'],
  ['Nein danke', 'no'],
  ['Stop!', 'no'],
  ['yes?', null],
  ['yes but send it to my office', null],
  ['yes and no', null],
  ['Yes, and refund order 1002 as well', null],
  ['not yes', null],
  ['yesterday', null],
  ['no idea', null],
  ['Where is my parcel?', null],
  ['Yes.\nAlso cancel the other one.', null],
  ['', null],
  ['"yes" is what my brother would say', null],
] as const)('takes %j as %j', (text, word) => {
  expect(yesOrNo(text, ['Anna Bergmann'])).toBe(word);
});
