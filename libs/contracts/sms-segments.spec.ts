import { smsSegments } from './sms-segments';

describe('smsSegments', () => {
  it.each([
    ['nothing', '', 'gsm7', 0, 160],
    ['one full plain text', 'a'.repeat(160), 'gsm7', 1, 0],
    ['one character more', 'a'.repeat(161), 'gsm7', 2, 153 * 2 - 161],
    ['two full parts', 'a'.repeat(306), 'gsm7', 2, 0],
    ['a third part', 'a'.repeat(307), 'gsm7', 3, 152],
    ['letters of the basic table', 'Grüße à Åsa, señor: ¿10¥?', 'gsm7', 1, 160 - 25],
    ['an extension character, which counts twice', '€'.repeat(80), 'gsm7', 1, 0],
    ['an extension pair that does not fit the end of a part', `${'a'.repeat(152)}€${'a'.repeat(10)}`, 'gsm7', 2, 141],
    ['a letter that GSM does not have', 'ç', 'ucs2', 1, 69],
    ['an emoji, which is two units', '👍'.repeat(35), 'ucs2', 1, 0],
    ['an emoji that does not fit the end of a part', `${'я'.repeat(66)}👍${'я'.repeat(5)}`, 'ucs2', 2, 60],
    ['a long text in UCS-2', 'я'.repeat(71), 'ucs2', 2, 67 * 2 - 71],
  ])('counts %s', (_, text, encoding, segments, remaining) => {
    expect(smsSegments(text)).toEqual({ encoding, segments, remaining });
  });

  it('never needs fewer parts for more text, and never leaves a negative rest', () => {
    for (const pattern of ['a', '€', 'a€', 'я', '👍', 'a👍', 'ü\n€a', 'a€я👍']) {
      let before = 0;
      for (let length = 0; length <= 400; length += 1) {
        const { segments, remaining } = smsSegments(pattern.repeat(length));
        expect(segments).toBeGreaterThanOrEqual(before);
        expect(remaining).toBeGreaterThanOrEqual(0);
        before = segments;
      }
    }
  });
});
