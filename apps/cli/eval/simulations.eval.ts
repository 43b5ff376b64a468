import { playTemplates } from '@satchel/ai';
import type { Evaluation, Report } from './evaluation';

const K = 4;

/** The conversations that come along, against the procedures and rules as they are shipped. */
export const simulations: Evaluation = {
  name: 'simulations',
  summary: 'the conversations that come along, played by the built-in engine against what is shipped',
  async run({ cases }): Promise<Report> {
    const report = await playTemplates(K, cases);
    const { pass1, passK, handovers, wrongActions, latency, results } = report;
    return {
      figures: [
        { what: 'pass^1', hits: pass1.hits, n: pass1.n, target: 'all', met: pass1.hits === pass1.n },
        { what: `pass^${K}`, hits: passK.hits, n: passK.n, target: 'all', met: passK.hits === passK.n },
        { what: 'wrong actions', value: wrongActions, target: '0', met: wrongActions === 0 },
        { what: 'handed to a person', hits: handovers.hits, n: handovers.n },
        { what: 'turns', value: report.turns },
        { what: 'a turn takes, p95', value: latency.p95, unit: 'ms' },
      ],
      examples: results.flatMap(({ name, plays }) =>
        plays.filter(({ passed }) => !passed).map(({ seed, failures }) => `${name}, ${seed}: ${failures.join(' ')}`),
      ),
    };
  },
};
