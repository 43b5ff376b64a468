import { containment, likeness, repeats } from './likeness';

const draft = 'Your order #1003 is on its way with UPS. The carrier expects to deliver it on Monday 23 November.';

describe('how alike two texts are', () => {
  it('does not mind a greeting and a signature around a draft', () => {
    expect(containment(draft, `Hi Anna,\n\n${draft}\n\nBest regards, Tom`)).toBeGreaterThan(0.9);
    expect(containment(draft, 'We looked into it, your money comes back today.')).toBeLessThan(0.1);
  });

  it('tells a changed text from the same one', () => {
    expect(likeness(draft, draft.toUpperCase())).toBe(1);
    expect(likeness(draft, draft.replace('Monday 23', 'Friday 27'))).toBeLessThan(0.9);
    expect(likeness('', '')).toBe(1);
  });

  it('sees the third time', () => {
    expect(repeats(draft, [draft])).toBe(false);
    expect(repeats(draft, [draft, draft])).toBe(true);
    expect(repeats(draft, [draft, 'Which order do you mean?'])).toBe(false);
  });
});
