import type { Evaluation, Figure, Report } from './evaluation';
import type { Outcome } from './faults/stand';

/** What a language model's server can do wrong, one turn each, with a tenth of a turn's usual time. */
export const faults: Evaluation = {
  name: 'faults',
  summary: 'faults of a language model behind a turn: each ends in a right reply or with a person',
  async run({ cases }): Promise<Report> {
    const { joinCluster } = await import('../../../libs/testing/cluster');
    const { FaultStand } = await import('./faults/stand');
    const stopCluster = await joinCluster();
    const outcomes: Outcome[] = [];
    try {
      const stand = await FaultStand.start('faulty');
      try {
        for (const fault of stand.names.slice(0, cases ?? undefined)) outcomes.push(await stand.meet(fault));
      } finally {
        await stand.stop();
      }
    } finally {
      await stopCluster();
    }
    return reportOf(outcomes);
  },
};

function reportOf(outcomes: readonly Outcome[]): Report {
  const n = outcomes.length;
  const ended = (end: Outcome['end']): Figure => ({
    what: `  ${end}`,
    hits: outcomes.filter((one) => one.end === end).length,
    n,
  });
  const slowest = Math.max(...outcomes.map(({ ms }) => ms));
  const healthy = outcomes.find(({ fault }) => fault === 'nothing wrong');
  const wrong = outcomes.filter(({ end }) => end === 'wrong');
  return {
    figures: [
      { what: 'faults', value: n - 1, target: 'at least 60', met: n > 60 },
      {
        what: 'faults that end in a right reply or with a person',
        hits: n - wrong.length,
        n,
        target: 'all',
        met: wrong.length === 0,
      },
      ended('right reply'),
      ended('handed over'),
      ended('drafted'),
      { what: '  the slowest, of a limit of 3 s for 30 s', value: slowest / 1000, unit: 's' },
      {
        what: '  without a fault the model answers',
        value: Number(healthy?.end === 'right reply'),
        target: '1',
        met: healthy?.end === 'right reply',
      },
    ],
    examples: [
      ...wrong.map(({ fault, why }) => `${fault}: ${why.join('; ')}`),
      ...outcomes
        .filter(({ end }) => end !== 'wrong')
        .map(
          ({ fault, end, ms, brain, asked, reason }) =>
            `${fault}: ${end} by ${brain}, ${asked} requests, ${Math.round(ms)} ms: ${reason}`,
        ),
    ],
  };
}
