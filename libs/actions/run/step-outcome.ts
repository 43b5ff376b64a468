import { ConnectorError } from '@satchel/connectors';

/** How one step went, as far as it is known now. */
export type StepOutcome =
  | { state: 'done'; result: unknown }
  /** `answered`: the vendor said yes all the same. `clean`: it told that nothing happened. */
  | { state: 'refused' | 'failed' | 'uncertain'; code: string; message: string; answered?: boolean; clean?: boolean };

/** A change that left this long ago and is not there did not happen: vendors' reads lag by seconds, not by minutes. */
export const SETTLED_AFTER_MS = 60_000;
/** When the vendor is read again, after the change and after each look: most show a change at once, some a moment later. */
export const LOOK_AFTER_MS = [0, 500, 1_500] as const;
/** When an uncertain one is looked at by itself; after the last of them a person has to. */
export const LOOK_AGAIN_MS = [60_000, 10 * 60_000, 3_600_000, 6 * 3_600_000, 24 * 3_600_000] as const;
/** Longer than any step takes; whoever holds a claim for longer has died. */
export const LEASE_MS = 60_000;
/** A vendor that answers later than this is asked what became of it. */
export const PERFORM_LIMIT_MS = 40_000;
export const FIND_LIMIT_MS = 15_000;

/** Why a change did not happen, out of what its adapter threw before or instead of an answer; null: it may have. */
export function refusalOf(error: unknown, source: string): StepOutcome | null {
  if (!(error instanceof ConnectorError) || error.code === 'uncertain') return null;
  const { code, message } = error;
  if (code === 'auth' || code === 'unavailable' || code === 'rate_limited')
    return { state: 'failed', code, message, clean: true };
  return { state: 'refused', code, message: message || `${source} refused it.`, clean: true };
}

export interface Looked {
  found: unknown;
  /** The vendor could not be asked. */
  failure: unknown;
}

/** What follows from a look at the vendor. */
export function judge(
  { found, failure }: Looked,
  at: { source: string; answered: boolean; leftMsAgo: number; answerCounts: boolean; given: unknown },
): StepOutcome {
  const { source } = at;
  if (failure) {
    return {
      state: 'uncertain',
      code: 'not_readable',
      message: `${source} does not answer, so nobody knows yet whether it happened.`,
      answered: at.answered,
    };
  }
  if (found === 'unknown') {
    if (at.answered && at.answerCounts) return { state: 'done', result: at.given };
    const message = at.answered
      ? `${source} said yes, but cannot show that it happened. Look there.`
      : `${source} cannot tell whether it happened. Look there.`;
    return { state: 'uncertain', code: 'unknown', message, answered: at.answered };
  }
  if (found !== 'not_done') return { state: 'done', result: found };
  const said = at.answered ? `${source} said yes` : `${source} did not answer`;
  // Whoever did it over before the vendor shows it would do it twice.
  if (at.leftMsAgo < SETTLED_AFTER_MS) {
    const message = `${said}, and the change is not there yet. It is looked at again in a minute.`;
    return { state: 'uncertain', code: at.answered ? 'not_shown' : 'no_answer', message, answered: at.answered };
  }
  return {
    state: 'failed',
    code: at.answered ? 'no_effect' : 'not_done',
    message: `${said}, but the change is not there. It did not happen.`,
    answered: at.answered,
  };
}
