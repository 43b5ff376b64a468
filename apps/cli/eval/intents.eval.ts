import { loadUnderstanding } from '@satchel/ai';
import type { Evaluation, Figure, Report } from './evaluation';
import { dataFolder } from './evaluation';
import type { Verdict } from './intents/judging';
import { judgeAll, zeroShot } from './intents/judging';
import { kindOf } from './intents/labels';
import type { Message } from './intents/messages';
import { hardSpeechActs, mixed, sample, SHOPS } from './intents/messages';

const AIM = { writePrecision: 0.97, writeRecall: 0.7, readPrecision: 0.95, readCoverage: 0.3 };
/** Real messages of the two shops that sell goods carry the aims; the third is a game, told for comparison. */
const AIMED = new Set<string>(['curekart', 'sofmattress']);

export const intents: Evaluation = {
  name: 'intents',
  summary: 'intents of real messages by five-fold cross-validation, as many out of scope mixed in',
  async run(options): Promise<Report> {
    const folder = dataFolder(options);
    const { seeded } = await loadUnderstanding();
    const figures: Figure[] = [];
    const examples: string[] = [];
    for (const version of ['v2', 'v1'] as const) {
      const all: Verdict[] = [];
      for (const shop of SHOPS) {
        const messages = limited(
          mixed(folder, version, shop, seeded(options.seed)),
          options.cases,
          seeded(options.seed + 1),
        );
        const verdicts = await judgeAll(messages, options.seed);
        if (AIMED.has(shop)) all.push(...verdicts);
        figures.push(...figuresOf(`${version} ${shop}`, verdicts, false));
      }
      figures.push(...figuresOf(`${version} both shops`, all, version === 'v2'));
      figures.push(...(await ownTextAlone(`${version} our text alone`, all)));
      if (version === 'v2') examples.push(...mistakes(all));
    }
    figures.push(...(await speechActs(folder, examples)));
    return { figures, examples };
  },
};

function figuresOf(what: string, verdicts: readonly Verdict[], aimed: boolean): Figure[] {
  const of = (kind: 'write' | 'read') => {
    const taken = verdicts.filter(({ guess, taken: is }) => is && kindOf(guess) === kind);
    const right = taken.filter(({ guess, label }) => guess === label).length;
    return { taken: taken.length, right, all: verdicts.filter(({ label }) => kindOf(label) === kind).length };
  };
  const [write, read] = [of('write'), of('read')];
  const aim = (target: string, met: boolean): Partial<Figure> => (aimed ? { target, met } : {});
  const figures: Figure[] = [
    {
      what: `${what}: read-only answers right`,
      hits: read.right,
      n: read.taken,
      ...aim('at least 95 %', read.taken > 0 && read.right / read.taken >= AIM.readPrecision),
    },
    {
      what: `${what}: read-only messages answered rightly`,
      hits: read.right,
      n: read.all,
      ...aim('at least 30 %', read.right / Math.max(1, read.all) >= AIM.readCoverage),
    },
    { what: `${what}: of all messages, out of scope ones too`, hits: read.taken, n: verdicts.length },
  ];
  if (write.all === 0) return figures;
  return [
    {
      what: `${what}: write proposals right`,
      hits: write.right,
      n: write.taken,
      ...aim('at least 97 %', write.taken > 0 && write.right / write.taken >= AIM.writePrecision),
    },
    {
      what: `${what}: write requests proposed`,
      hits: write.right,
      n: write.all,
      ...aim('at least 70 %', write.right / write.all >= AIM.writeRecall),
    },
    ...figures,
  ];
}

async function ownTextAlone(what: string, messages: readonly Message[]): Promise<Figure[]> {
  const seen = await Promise.all(messages.map(async (message) => ({ ...message, ...(await zeroShot(message)) })));
  const proposed = seen.filter(({ proposed: is }) => is);
  const answered = seen.filter(({ answered: is }) => is);
  return [
    { what: `${what}: write proposals right`, hits: proposed.filter(({ right }) => right).length, n: proposed.length },
    {
      what: `${what}: write requests proposed`,
      hits: proposed.filter(({ right }) => right).length,
      n: seen.filter(({ label }) => kindOf(label) === 'write').length,
    },
    {
      what: `${what}: read-only answers right`,
      hits: answered.filter(({ answeredRight }) => answeredRight).length,
      n: answered.length,
    },
    {
      what: `${what}: read-only messages answered rightly`,
      hits: answered.filter(({ answeredRight, label }) => answeredRight && kindOf(label) === 'read').length,
      n: seen.filter(({ label }) => kindOf(label) === 'read').length,
    },
  ];
}

/** Reports, denials and thanks that a classifier alone takes for requests; a cancellation may come from the one that asks for it. */
async function speechActs(folder: string, examples: string[]): Promise<Figure[]> {
  const lines = hardSpeechActs(folder);
  if (lines.length === 0) return [];
  const { understand } = await loadUnderstanding();
  const wrong = lines.filter(({ text, expected }) => {
    const writes = understand(text, { prior: 'en' }).wishes.filter(
      ({ intent }) => intent === 'cancel_order' || intent === 'refund' || intent === 'return',
    );
    return writes.length > 0 && !writes.every(({ intent }) => intent === expected);
  });
  for (const { text } of wrong) examples.push(`speech act: ${text}`);
  return [
    {
      what: 'hard speech acts: no write wish where none is meant',
      hits: lines.length - wrong.length,
      n: lines.length,
      target: 'all',
      met: wrong.length === 0,
    },
  ];
}

function limited(messages: Message[], cases: number | null, random: () => number): Message[] {
  return cases === null || cases >= messages.length ? messages : sample(messages, cases, random);
}

function mistakes(verdicts: readonly Verdict[]): string[] {
  return verdicts
    .filter(({ taken, guess, label }) => taken && guess !== label)
    .sort((a, b) => b.score - a.score)
    .map(({ text, label, guess, score }) => `${guess} ${score.toFixed(2)}, is ${label}: ${text.slice(0, 90)}`);
}
