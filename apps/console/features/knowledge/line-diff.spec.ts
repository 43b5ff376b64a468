import { lineDiff } from './line-diff';

const marks = { same: ' ', gone: '-', new: '+' };
const diff = (before: string, after: string): string[] =>
  lineDiff(before, after).map(({ kind, text }) => `${marks[kind]}${text}`);

describe('what became of a text', () => {
  it('is told by the lines that are gone and new, the rest in place', () => {
    expect(diff('Returns\n30 days\nFree', 'Returns\n14 days\nFree\nBy post')).toEqual([
      ' Returns',
      '-30 days',
      '+14 days',
      ' Free',
      '+By post',
    ]);
    expect(diff('a\nb', 'a\nb')).toEqual([' a', ' b']);
  });

  it('gives both texts back', () => {
    const [before, after] = ['x\na\nb\n\nc', 'a\nc\nx'];
    const lines = lineDiff(before, after);
    const of = (kind: string) => lines.filter((line) => line.kind !== kind).map(({ text }) => text);
    expect(of('new').join('\n')).toBe(before);
    expect(of('gone').join('\n')).toBe(after);
  });
});
