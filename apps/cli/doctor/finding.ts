/** What one look at the machine came to; `fix` is there unless all is well. */
export interface Finding {
  what: string;
  state: 'ok' | 'note' | 'bad';
  words: string;
  fix?: string;
}

export const ok = (what: string, words: string): Finding => ({ what, state: 'ok', words });
export const note = (what: string, words: string, fix: string): Finding => ({ what, state: 'note', words, fix });
export const bad = (what: string, words: string, fix: string): Finding => ({ what, state: 'bad', words, fix });

const MARKS = { ok: '✓', note: '–', bad: '✗' };

export function lineOf({ what, state, words, fix }: Finding): string {
  const line = `${MARKS[state]} ${what.padEnd(10)} ${words}`;
  return fix ? `${line}\n             → ${fix}` : line;
}
