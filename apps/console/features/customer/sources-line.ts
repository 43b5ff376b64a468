import type { ContextSourceBody } from '@satchel/contracts';

export interface SourceWords {
  connectionId: string;
  text: string;
  /** Something is wrong there; the whole of it, where the system told. */
  problem: string | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "just now", "3 min ago", "2 h ago", "4 days ago". */
export function ago(at: string, now: number): string {
  const passed = now - Date.parse(at);
  if (Number.isNaN(passed) || passed < MINUTE) return 'just now';
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`;
  if (passed < DAY) return `${Math.floor(passed / HOUR)} h ago`;
  const days = Math.floor(passed / DAY);
  return days === 1 ? '1 day ago' : `${days} days ago`;
}

/** How old what is shown is, and which system did not answer; trouble first. */
export function sourceWords(sources: readonly ContextSourceBody[], now: number): SourceWords[] {
  const said = sources.map((source) => ({ source, text: textOf(source, now) }));
  return said
    .sort((one, other) => Number(other.source.state !== 'live') - Number(one.source.state !== 'live'))
    .map(({ source: { connectionId, problem, state }, text }) => ({
      connectionId,
      text,
      problem: problem ?? (state === 'late' || state === 'failed' ? text : null),
    }));
}

function textOf({ label, state, readAt }: ContextSourceBody, now: number): string {
  const from = readAt ? `from ${ago(readAt, now)}` : 'nothing known';
  if (state === 'late') return `${label} did not answer; ${from}`;
  if (state === 'failed') return `${label} failed; ${from}`;
  if (state === 'mirror') return `${label} ${from}`;
  return `${label} ${readAt ? ago(readAt, now) : 'just now'}`;
}

/** What no source says of itself. */
export function otherProblems(problems: readonly string[], sources: readonly ContextSourceBody[]): string[] {
  return problems.filter((problem) => !sources.some((source) => source.problem === problem));
}
