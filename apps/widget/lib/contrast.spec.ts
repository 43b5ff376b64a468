import fc from 'fast-check';
import { contrast, DEFAULT_COLOR, readColor, textOn } from './contrast';

describe('the colour of a connection', () => {
  it.each([
    ['#1f6feb', '#1f6feb'],
    ['1F6FEB', '#1f6feb'],
    ['#abc', '#aabbcc'],
    [' #000 ', '#000000'],
  ])('%s is read as %s', (given, color) => expect(readColor(given)).toBe(color));

  it.each([null, undefined, '', 'red', '#12345', '#1f6feb;} body{display:none', 'url(x)'])('%s is refused', (given) =>
    expect(readColor(given)).toBeNull(),
  );

  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
  ])('%s on %s has a contrast of %d', (one, other, ratio) => expect(contrast(one, other)).toBeCloseTo(ratio, 2));

  it('leaves text readable on every colour there is', () => {
    const colors = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(fc.property(colors, (color) => contrast(color, textOn(color)) >= 4.5));
  });

  it('has white text on the colour of the house', () => expect(textOn(DEFAULT_COLOR)).toBe('#ffffff'));
});
