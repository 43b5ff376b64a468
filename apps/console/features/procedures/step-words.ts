import type {
  ProcedureCondition,
  ProcedureDocumentBody,
  ProcedurePartsBody,
  ProcedureStep,
  ProcedureWords,
} from '@satchel/contracts';
import { words } from '../../lib/format';

export const STEP_LABELS: Record<ProcedureStep['do'], string> = {
  need: 'Find out',
  ask: 'Ask',
  check: 'Check',
  look_up: 'Look up',
  propose: 'Propose',
  confirm: 'Wait for their yes',
  execute: 'Do it, and say so',
  say: 'Say',
  hand_over: 'Give to a person',
};

export const KIND_LABELS: Record<string, string> = {
  order: 'One of their orders',
  lines: 'Items of the order',
  variant: 'Another variant',
  choice: 'One of a few answers',
  text: 'Their own words',
  address: 'An address',
  day: 'A day',
  code: 'A code',
  reward: 'A reward',
  method: 'A way to pay',
};

export const TELLER_LABELS: Record<string, string> = {
  order: 'how the order stands',
  lines: 'the items of the order',
  refunds: 'the refunds',
  points: 'the points',
  rewards: 'the rewards',
  articles: 'what the articles say',
  products: 'the products found',
  discount: 'what the code is worth',
};

/** A slot's name as people write: "newAddress" is "new address". */
export const nameWords = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** What is said, in English where there is some. */
export function textOf(given: ProcedureWords | undefined, parts: ProcedurePartsBody): string {
  if (given === undefined) return '';
  if (typeof given === 'string') return parts.phrases.find(({ name }) => name === given)?.texts.en ?? given;
  return given.en ?? Object.values(given)[0] ?? '';
}

/** What a step does, in a line. */
export function stepWords(step: ProcedureStep, document: ProcedureDocumentBody, parts: ProcedurePartsBody): string {
  switch (step.do) {
    case 'need':
    case 'ask': {
      const slot = document.slots[step.slot];
      return slot ? `${nameWords(step.slot)}: “${textOf(slot.ask, parts)}”` : nameWords(step.slot);
    }
    case 'check':
      return step.branches.map(({ when }) => conditionWords(when, parts)).join(' · ');
    case 'look_up':
      return words(step.tool).toLowerCase();
    case 'propose':
      return words(step.action).toLowerCase();
    case 'confirm':
      return textOf(step.words, parts) || 'what would be done is put before them; only a clear yes counts';
    case 'execute':
      return textOf(step.words, parts) || 'once, and read back before it is said';
    case 'say':
      return (
        [textOf(step.words, parts) && `“${textOf(step.words, parts)}”`, step.tell && TELLER_LABELS[step.tell]]
          .filter(Boolean)
          .join(' and ') || 'nothing more'
      ).concat(step.end ? ', and end here' : '');
    case 'hand_over': {
      const why = parts.reasons.find(({ name }) => name === step.reason)?.says ?? step.reason;
      const text = textOf(step.words, parts);
      return text ? `${why}. “${text}”` : why;
    }
  }
}

/** A condition as a sentence: "the order is cancelled: yes". */
export function conditionWords(condition: ProcedureCondition, parts: ProcedurePartsBody): string {
  if ('all' in condition) return condition.all.map((one) => conditionWords(one, parts)).join(' and ');
  if ('any' in condition) return condition.any.map((one) => conditionWords(one, parts)).join(' or ');
  if ('not' in condition) return `not (${conditionWords(condition.not, parts)})`;
  const says = factWords(condition.fact, parts);
  if ('known' in condition) return `${says} is ${condition.known ? 'known' : 'not known'}`;
  if ('atLeast' in condition) return `${says} is at least ${condition.atLeast}`;
  if ('atMost' in condition) return `${says} is at most ${condition.atMost}`;
  if (typeof condition.is === 'boolean') return `${says}: ${condition.is ? 'yes' : 'no'}`;
  return `${says} is ${[condition.is]
    .flat()
    .map((value) => words(String(value)).toLowerCase())
    .join(' or ')}`;
}

export function factWords(fact: string, parts: ProcedurePartsBody): string {
  if (fact.startsWith('slot.')) return `the answer to “${nameWords(fact.slice('slot.'.length))}”`;
  return parts.facts.find(({ name }) => name === fact)?.says ?? fact;
}

/** Two lower-case words joined by a hyphen, from what somebody calls it. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 60);
