import { pointsText } from './points';

const german = { one: '{n} Punkt', other: '{n} Punkte' };

it.each([
  [1_240, undefined, '1.240 Punkte'],
  [1, undefined, '1 Punkt'],
  [1_240, { one: 'Point', other: 'Points' }, '1.240 Punkte'],
  [1_240, { one: 'Trail coin', other: 'Trail coins' }, '1.240 Trail coins'],
  [1, { one: 'Trail coin', other: 'Trail coins' }, '1 Trail coin'],
])('%p points called %j are "%3$s"', (points, label, text) => {
  expect(pointsText(points, label, german, 'de')).toBe(text);
});
