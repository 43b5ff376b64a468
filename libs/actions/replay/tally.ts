import {
  ACTION_VERDICTS,
  type ActionDecisionBody,
  type ActionVerdict,
  type Money,
  type MoneyByCurrency,
  type PolicyReplayBody,
  type ReplaySide,
} from '@satchel/contracts';
import type { ReplayRow } from './replay.queries';

const MOST_EXAMPLES = 24;
/** Of one kind of change, so that many of one do not hide the few of another. */
const EXAMPLES_OF_ONE = 6;
const COLUMN = { allow: 'allowed', needs_confirm: 'confirm', needs_approval: 'approval', deny: 'denied' } as const;

type Group = PolicyReplayBody['groups'][number];

const side = (): ReplaySide => ({
  byVerdict: Object.fromEntries(ACTION_VERDICTS.map((verdict) => [verdict, 0])) as Record<ActionVerdict, number>,
  money: { allowed: {}, confirm: {}, approval: {}, denied: {} },
});

function put(sums: MoneyByCurrency, money: Money | null): void {
  if (money) sums[money.currency] = (sums[money.currency] ?? 0) + money.amount;
}

/** Sums over any number of runs; what it keeps grows with the tickets that change, not with the runs. */
export class Tally {
  runs = 0;
  olderFacts = 0;
  private readonly before = side();
  private readonly after = side();
  private readonly tickets = new Set<string>();
  private readonly groups = new Map<string, Group & { examples: number }>();
  private readonly examples: PolicyReplayBody['examples'] = [];

  add(row: ReplayRow, title: string, was: ActionDecisionBody, is: ActionDecisionBody): void {
    this.runs++;
    for (const [one, { verdict }] of [
      [this.before, was],
      [this.after, is],
    ] as const) {
      one.byVerdict[verdict]++;
      put(one.money[COLUMN[verdict]], row.money);
    }
    if (was.verdict === is.verdict) return;
    if (row.ticketId) this.tickets.add(row.ticketId);
    const key = `${row.name} ${was.verdict} ${is.verdict}`;
    const group = this.groups.get(key) ?? {
      action: row.name,
      title,
      before: was.verdict,
      after: is.verdict,
      runs: 0,
      money: {},
      examples: 0,
    };
    this.groups.set(key, group);
    group.runs++;
    put(group.money, row.money);
    if (group.examples >= EXAMPLES_OF_ONE || this.examples.length >= MOST_EXAMPLES) return;
    group.examples++;
    const said = ({ verdict, reason, rule }: ActionDecisionBody) => ({ verdict, reason, rule });
    const { id: runId, ticketId, summary, at } = row;
    this.examples.push({ runId, ticketId, summary, at: at.toISOString(), before: said(was), after: said(is) });
  }

  body(days: number, since: Date): PolicyReplayBody {
    const groups = [...this.groups.values()].sort((one, other) => other.runs - one.runs);
    return {
      days,
      since: since.toISOString(),
      runs: this.runs,
      olderFacts: this.olderFacts,
      changed: groups.reduce((sum, { runs }) => sum + runs, 0),
      tickets: this.tickets.size,
      before: this.before,
      after: this.after,
      groups: groups.map(({ examples: _shown, ...group }) => group),
      examples: this.examples,
    };
  }
}
