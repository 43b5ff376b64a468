import type { ConnectionBody, ContextSourceBody } from '@satchel/contracts';
import { problemOf } from '../order/shop-problem';

type Outcome = Pick<ContextSourceBody, 'state'> & { readAt: Date | null; error: unknown };

const LEAST_FRESH_LAST: ContextSourceBody['state'][] = ['live', 'late', 'mirror', 'failed'];
const LATE = 'takes longer than we wait.';

/** How each connection answered the questions of one context; what is least of its own word is what it shows. */
export class Sources {
  private readonly told = new Map<string, ContextSourceBody>();

  /** `instead`: what a person is shown for want of an answer; null: nothing. */
  note(
    connection: Pick<ConnectionBody, 'id' | 'label' | 'kind'>,
    outcome: Outcome,
    instead: string | null = null,
  ): void {
    const { id, label, kind } = connection;
    const fromBefore = outcome.readAt !== null && instead !== null;
    const state = outcome.state === 'late' && fromBefore ? 'mirror' : outcome.state;
    const words = fromBefore ? instead : false;
    const problem =
      outcome.state === 'live'
        ? null
        : outcome.state === 'failed'
          ? problemOf(label, outcome.error, words)
          : [`${label} ${LATE}`, ...(words ? [words] : [])].join(' ');
    const readAt = outcome.readAt?.toISOString() ?? null;
    const before = this.told.get(id);
    if (before && LEAST_FRESH_LAST.indexOf(before.state) >= LEAST_FRESH_LAST.indexOf(state)) {
      if (before.state === state && readAt !== null && (before.readAt === null || readAt < before.readAt))
        this.told.set(id, { ...before, readAt });
      return;
    }
    this.told.set(id, { connectionId: id, label, kind, state, readAt, problem });
  }

  stateOf(connectionId: string): ContextSourceBody['state'] | null {
    return this.told.get(connectionId)?.state ?? null;
  }

  list(): ContextSourceBody[] {
    return [...this.told.values()];
  }

  problems(): string[] {
    return this.list().flatMap(({ problem }) => problem ?? []);
  }
}
