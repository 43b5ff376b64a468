import { hasMark, markedNote, withoutMark } from './our-key';

describe('the mark of an action in a note', () => {
  it('is found again, whatever people wrote before it', () => {
    const note = markedNote('Too small', 'a-1', 255);
    expect(note).toBe('Too small [satchel:a-1]');
    expect([hasMark(note, 'a-1'), hasMark(note, 'a-2'), hasMark(null, 'a-1')]).toEqual([true, false, false]);
    expect(withoutMark(note)).toBe('Too small');
    expect(withoutMark(markedNote(null, 'a-1', 255))).toBeNull();
  });

  it('is never what is cut off a long note', () => {
    const note = markedNote('x'.repeat(400), 'a-1', 60);
    expect(note).toHaveLength(60);
    expect(hasMark(note, 'a-1')).toBe(true);
  });
});
