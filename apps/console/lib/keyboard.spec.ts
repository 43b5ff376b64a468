import { capsOf, CHORD_MS, Chords, type KeyPress, SHORTCUTS } from './keyboard';

const key = (name: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('the keyboard map', () => {
  it('gives no key to two shortcuts', () => {
    const taken = SHORTCUTS.flatMap((shortcut) =>
      'also' in shortcut ? [shortcut.keys, shortcut.also] : [shortcut.keys],
    );
    expect(new Set(taken).size).toBe(taken.length);
  });

  it('hears single keys, and tells e from shift+E', () => {
    expect(new Chords().press(key('e'), false, 0)).toBe('resolve');
    expect(new Chords().press(key('E', { shiftKey: true }), false, 0)).toBe('resolve_next');
  });

  it('hears signs whichever keys a layout needs for them', () => {
    expect(new Chords().press(key('?', { shiftKey: true }), false, 0)).toBe('help');
    expect(new Chords().press(key('#', { shiftKey: true }), false, 0)).toBe('spam');
    expect(new Chords().press(key('#'), false, 0)).toBe('spam');
  });

  it('takes letters as text while somebody types, and still hears Ctrl and Escape', () => {
    expect(new Chords().press(key('e'), true, 0)).toBeNull();
    expect(new Chords().press(key('Enter', { ctrlKey: true }), true, 0)).toBe('send');
    expect(new Chords().press(key('k', { metaKey: true }), true, 0)).toBe('palette');
    expect(new Chords().press(key('Escape'), true, 0)).toBe('close');
  });

  it('hears "g m" as one, if the second key is not late', () => {
    const chords = new Chords();
    expect(chords.press(key('g'), false, 0)).toBeNull();
    expect(chords.press(key('m'), false, 300)).toBe('go_mine');
    chords.press(key('g'), false, 1000);
    expect(chords.press(key('m'), false, 1000 + CHORD_MS + 1)).toBeNull();
  });

  it('does not resolve when "g e" names nothing', () => {
    const chords = new Chords();
    chords.press(key('g'), false, 0);
    expect(chords.press(key('e'), false, 100)).toBeNull();
  });

  it('is silent for single keys when they are switched off', () => {
    expect(new Chords().press(key('e'), false, 0, false)).toBeNull();
    expect(new Chords().press(key('k', { ctrlKey: true }), false, 0, false)).toBe('palette');
  });

  it('draws the keys of the machine it runs on', () => {
    expect(capsOf('palette', true)).toEqual([['⌘', 'K']]);
    expect(capsOf('go_mine', false)).toEqual([['G'], ['M']]);
  });
});
