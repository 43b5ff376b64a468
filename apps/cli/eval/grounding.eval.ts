import { checkReply, type GateResult } from '@satchel/ai';
import type { Evaluation, Figure } from './evaluation';
import { allCases, type Case } from './grounding/cases';
import { Random } from './grounding/random';
import { KINDS, type Kind } from './grounding/slots';
import { setUp } from './grounding/topics';
import { TODAY } from './grounding/world';

/** As many as the aim speaks of, and some more so that each kind has its share. */
const CASES = 2_200;
const SPEED_RUNS = 200;
const SPEED_CHARS = 1_500;

/**
 * Correct replies, ours and such as a model writes, over made-up answers of the tools; then each with one falsehood. What
 * tells the falsehoods shares nothing with what finds them.
 */
export const grounding: Evaluation = {
  name: 'grounding',
  summary: 'falsehoods that the gate catches, and true replies that it blocks',
  async run({ cases: many, seed }) {
    const random = new Random(seed);
    const cases = allCases(random, many ?? CASES, (topic, language) => setUp(topic, language, random));
    const examples: string[] = [];
    const blocked = { own: 0, free: 0 };
    const total = { own: 0, free: 0 };
    const told = new Map<Kind, { n: number; caught: number }>(KINDS.map((kind) => [kind, { n: 0, caught: 0 }]));
    for (const one of cases) {
      total[one.from] += 1;
      const { passed, problems } = check(one, one.reply);
      if (!passed) {
        blocked[one.from] += 1;
        examples.push(
          `blocked (${one.language}): ${problems.map(({ kind, text }) => `${kind} "${text}"`).join(', ')} in: ${flat(one.reply)}`,
        );
      }
      const lie = rarest(one, told);
      if (!lie) continue;
      const untrue = lie.tell();
      const count = told.get(lie.kind);
      if (!count || untrue === one.reply) continue;
      count.n += 1;
      if (!check(one, untrue).passed) count.caught += 1;
      else examples.push(`missed ${lie.kind} (${one.language}): ${flat(untrue)}`);
    }
    const all = [...told.values()];
    const n = all.reduce((sum, one) => sum + one.n, 0);
    const caught = all.reduce((sum, one) => sum + one.caught, 0);
    const wrong = blocked.own + blocked.free;
    const figures: Figure[] = [
      {
        what: 'replies with one falsehood that are caught',
        hits: caught,
        n,
        target: 'at least 99 %',
        met: caught / n >= 0.99,
      },
      {
        what: 'true replies that are blocked',
        hits: wrong,
        n: cases.length,
        target: 'at most 2 %',
        met: wrong / cases.length <= 0.02,
      },
      { what: '  of our own wordings', hits: blocked.own, n: total.own },
      { what: '  of free ones', hits: blocked.free, n: total.free },
      ...[...told].map(([kind, count]): Figure => ({ what: `  caught: ${kind}`, hits: count.caught, n: count.n })),
      ...speed(cases),
    ];
    return { figures, examples };
  },
};

function check({ results, world }: Case, reply: string): GateResult {
  return checkReply({
    reply,
    results,
    ownTexts: ['Fernhill Outfitters'],
    echoes: [],
    hosts: ['fernhill.example'],
    names: [`${world.name} Berg`],
    today: TODAY,
  });
}

/** Of the kinds that can be told here the one that was told least, so that all are told about as often. */
function rarest({ lies }: Case, told: ReadonlyMap<Kind, { n: number }>): Case['lies'][number] | undefined {
  return [...lies].sort((a, b) => (told.get(a.kind)?.n ?? 0) - (told.get(b.kind)?.n ?? 0))[0];
}

function speed(cases: readonly Case[]): Figure[] {
  const [long] = cases.filter(({ from, results }) => from === 'own' && results.length > 0);
  if (!long) return [];
  const reply = Array.from({ length: 20 }, () => long.reply)
    .join('\n\n')
    .slice(0, SPEED_CHARS);
  const times: number[] = [];
  for (let i = 0; i < SPEED_RUNS; i += 1) {
    const started = performance.now();
    check(long, reply);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  return [
    {
      what: `a reply of ${SPEED_CHARS} characters, median`,
      value: at(0.5),
      unit: 'ms',
      target: 'under 5 ms',
      met: at(0.5) < 5,
    },
    { what: `a reply of ${SPEED_CHARS} characters, p95`, value: at(0.95), unit: 'ms' },
  ];
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 260);
