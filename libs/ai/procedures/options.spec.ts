import { fitting, optionsIn } from './options';
import { tokens } from './titles';

const all = [
  { size: '2', wood: 'oak', cover: 'none' },
  { size: '4', wood: 'oak', cover: 'linen' },
  { size: '4', wood: 'walnut', cover: 'none' },
];
const read = (text: string) => optionsIn(tokens(text), all);

describe('options that words name', () => {
  it('reads values by themselves, and bare ones beside their name only', () => {
    expect(read('walnut please')).toEqual({ wood: 'walnut' });
    expect(read('size 4 and linen')).toEqual({ size: '4', cover: 'linen' });
    expect(read('i want 4 of them')).toEqual({});
    expect(read('cover none')).toEqual({ cover: 'none' });
    expect(read('wallnut')).toEqual({ wood: 'walnut' });
  });

  it('is nothing when two values of one option are named', () => {
    expect(read('oak or walnut')).toBeNull();
  });

  it('keeps what was not named, and never guesses between two', () => {
    const things = all.map((options) => ({ options }));
    expect(fitting({ size: '4' }, things, all[0] ?? {})).toBeNull();
    expect(fitting({ wood: 'walnut' }, things, all[1] ?? {})?.options).toEqual(all[2]);
    expect(fitting({ cover: 'linen' }, things, all[1] ?? {})?.options).toEqual(all[1]);
  });
});
