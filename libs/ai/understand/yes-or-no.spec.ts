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
  ['ok, yes', 'yes'],
  ['Yes, please do that', 'yes'],
  ['yes, yes, go ahead', 'yes'],
  ['No', 'no'],
  ['no, hold on', 'no'],
  ['ok, no', null],
  ['yes, no', null],
  ['Thanks. And please do it now.', null],
  ['And go ahead', null],
  ['Danke. Und bitte jetzt machen', null],
  ['Oui, et confirmez', null],
  ['Yes, and thanks a lot', 'yes'],
  ['Ja, und vielen Dank', 'yes'],
  ['Please do it now', 'yes'],
  ['yes, the blue one', null],
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
  ['Yes\nThanks\nAnna Bergmann\n+49 170 1234567', 'yes'],
  ['Yes please\n\nbest, anna', 'yes'],
  ['Yes.\nViele Grüße, Anna', 'yes'],
  ['Yes.\nBest to cancel the other one too', null],
  ['Yes.\nThanks, and refund the other one', null],
  ['Yes.\n\nBest,\nAnna\n\nPS: cancel 1002 too', null],
  ['Yes\n???', null],
  ['Yes\nSent from my iPhone', 'yes'],
  ['Ja\n--\nAnna B.', 'yes'],
  ['Yes\nSent from my other address please', null],
  ['Yes\n--but not today', null],
  ['Yes\nStop', null],
  ['Yes\n\nCancel', null],
  ['Yes\nThanks, Wait', null],
  ['Yes\n\nMarco', null],
  ['"yes" is what my brother would say', null],
] as const)('takes %j as %j', (text, word) => {
  expect(yesOrNo(text, { names: ['Anna Bergmann'] })).toBe(word);
});

it.each(['👍', 'ok', 'Alright.', 'vale', 'd’accord'])('takes %s for a yes where one was asked for', (text) => {
  expect(yesOrNo(text)).toBe('yes');
});

it.each(['k', 'top', 'good', 'thanks', '🙏', 'hm', `yes${'\n'.repeat(50)}but not today`, `${'yes '.repeat(60)}`])(
  'takes %j for no yes',
  (text) => {
    expect(yesOrNo(text)).toBeNull();
  },
);
