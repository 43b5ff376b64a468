import type { z } from 'zod';
import { isPhrase } from '../engine/wording/phrases';
import { INTENTS } from '../understand/understanding';
import type { Condition } from './condition';
import { questionsOf } from './condition';
import type { ProcedureDocument, Source, Step, Words } from './document';
import { procedureSchema } from './document';
import { FACTS } from './facts';
import { type KnownTool, LOOK_UPS, PROPOSALS } from './known-tools';

/** What is wrong, where, and what to do about it. `field`: "steps.3" is the third step, "steps.3.branches.1.steps.2" one inside it. */
export interface ProcedureProblem {
  field: string;
  message: string;
}

export type Validated = { ok: true; document: ProcedureDocument } | { ok: false; problems: ProcedureProblem[] };

const MAX_DEPTH = 4;
const MAX_STEPS = 120;
/** Names under which the engine keeps what it knows of a wish. */
const RESERVED = new Set([
  'wish',
  'tracking',
  'days',
  'codes',
  'toldLines',
  'toldVariant',
  'toldReward',
  'asksLine',
  'offered',
  'provedNumber',
  'language',
]);

/** Whether a document is a procedure that can run; every mistake is named at once. */
export function validate(input: unknown): Validated {
  const parsed = procedureSchema.safeParse(input);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(problemOf) };
  const problems = new Checks(parsed.data).all();
  return problems.length > 0 ? { ok: false, problems } : { ok: true, document: parsed.data };
}

/** Steps and branches are counted from one, as people do. */
function problemOf({ path, message }: z.core.$ZodIssue): ProcedureProblem {
  const field = path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join('.');
  return { field, message: `${wordsFor(path)} ${message}.`.trim() };
}

function wordsFor(path: readonly PropertyKey[]): string {
  const at = path.findLastIndex((part) => typeof part === 'number');
  if (path[0] !== 'steps' || at < 0) return path.length > 0 ? `"${path.map(String).join('.')}":` : '';
  const last = path
    .slice(at + 1)
    .map(String)
    .join('.');
  return `Step ${stepNumber(path)}${last ? `, "${last}"` : ''}:`;
}

/** "3" or "3.1.2": the step, the branch inside it, the step inside that. */
function stepNumber(path: readonly PropertyKey[]): string {
  return path.flatMap((part) => (typeof part === 'number' ? [String(part + 1)] : [])).join('.');
}

class Checks {
  private readonly problems: ProcedureProblem[] = [];
  private count = 0;

  constructor(private readonly document: ProcedureDocument) {}

  all(): ProcedureProblem[] {
    const { document } = this;
    for (const intent of document.intents)
      if (!intent.startsWith('custom:') && !INTENTS.some((known) => known === intent))
        this.add(
          'intents',
          `There is no wish "${intent}". Use one that is known, or a taught one ("custom:gift-wrap").`,
        );
    for (const tool of document.tools)
      if (!(tool in LOOK_UPS) && !(tool in PROPOSALS) && !['find_orders', 'track_shipment'].includes(tool))
        this.add('tools', `There is no tool "${tool}".`);
    if (Object.values(document.slots).filter(({ kind }) => kind === 'order').length > 1)
      this.add('slots', 'A procedure is about one order: keep one slot of the kind "order".');
    for (const name of Object.keys(document.slots)) this.slot(name);
    this.steps(document.steps, 'steps', new Set(), 1);
    if (this.count > MAX_STEPS) this.add('steps', `${this.count} steps are too many: ${MAX_STEPS} at most.`);
    return this.problems;
  }

  private add(field: string, message: string): void {
    this.problems.push({ field, message });
  }

  private slot(name: string): void {
    const slot = this.document.slots[name];
    if (!slot) return;
    const field = `slots.${name}`;
    if (RESERVED.has(name)) this.add(field, `The name "${name}" is the engine's own. Choose another one.`);
    this.words(field, slot.ask);
    if (slot.can) this.condition(field, slot.can);
    if ((slot.can || slot.live) && slot.kind !== 'order')
      this.add(field, '"can" and "live" are for a slot of the kind "order".');
    const kindOfOther = slot.kind === 'lines' ? 'order' : slot.kind === 'variant' ? 'lines' : null;
    if (kindOfOther && this.document.slots[slot.of ?? '']?.kind !== kindOfOther)
      this.add(field, `A slot of the kind "${slot.kind}" needs "of": the name of a slot of the kind "${kindOfOther}".`);
    if (slot.kind === 'choice' && !slot.options)
      this.add(field, 'A choice needs "options": its answers, and the words that mean each.');
    if (slot.kind !== 'choice' && (slot.options || slot.otherwise))
      this.add(field, '"options" and "otherwise" are for a choice.');
  }

  private steps(steps: readonly Step[], at: string, known: Set<string>, depth: number): void {
    if (depth > MAX_DEPTH)
      return this.add(at, `Branches go ${MAX_DEPTH} deep at most. Put some of it into a procedure of its own.`);
    steps.forEach((step, index) => {
      this.count += 1;
      const field = `${at}.${index + 1}`;
      const next = steps[index + 1]?.do;
      if (step.do === 'propose' && (next !== 'confirm' || steps[index + 2]?.do !== 'execute'))
        this.add(
          field,
          `${title(field)} proposes ${step.action}: the two steps after it must be "confirm" and "execute".`,
        );
      if (step.do === 'confirm' && steps[index - 1]?.do !== 'propose')
        this.add(field, `${title(field)} confirms nothing: it must stand right after a "propose".`);
      if (step.do === 'execute' && steps[index - 1]?.do !== 'confirm')
        this.add(field, `${title(field)} executes nothing: it must stand right after a "confirm".`);
      this.step(step, field, known, depth);
    });
  }

  private step(step: Step, field: string, known: Set<string>, depth: number): void {
    switch (step.do) {
      case 'need':
      case 'ask': {
        const slot = this.document.slots[step.slot];
        if (!slot)
          return this.add(field, `${title(field)} asks for "${step.slot}", which is no slot. Add it to "slots".`);
        if (slot.of && !known.has(slot.of))
          this.add(field, `${title(field)} needs "${slot.of}" first: put a "need" for it before this step.`);
        known.add(step.slot);
        return;
      }
      case 'check':
        step.branches.forEach(({ when, steps }, index) => {
          this.condition(`${field}.branches.${index + 1}`, when);
          this.steps(steps, `${field}.branches.${index + 1}.steps`, new Set(known), depth + 1);
        });
        return this.steps(step.otherwise ?? [], `${field}.otherwise`, new Set(known), depth + 1);
      case 'look_up':
        return this.call(field, step.tool, LOOK_UPS, step.with, known);
      case 'propose':
        return this.call(field, step.action, PROPOSALS, step.with, known);
      case 'say':
        if (!step.words && !step.tell && !step.end)
          this.add(field, `${title(field)} says nothing: give it "words" or "tell".`);
        return this.words(field, step.words);
      case 'confirm':
      case 'execute':
      case 'hand_over':
        return this.words(field, step.words);
    }
  }

  private call(
    field: string,
    name: string,
    tools: Readonly<Record<string, KnownTool>>,
    sources: Record<string, Source>,
    known: Set<string>,
  ): void {
    const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
    if (!tool)
      return this.add(
        field,
        tools === LOOK_UPS && name in PROPOSALS
          ? `${title(field)} looks up ${name}, which changes something: use "propose", "confirm" and "execute".`
          : `${title(field)}: there is no tool "${name}" for this. There are ${Object.keys(tools).join(', ')}.`,
      );
    for (const needed of tool.needs)
      if (!(needed in sources))
        this.add(field, `${title(field)}: ${name} needs "${needed}". Say in "with" where it comes from.`);
    for (const [given, source] of Object.entries(sources)) {
      if (!tool.needs.includes(given) && !tool.may.includes(given))
        this.add(field, `${title(field)}: ${name} takes no "${given}".`);
      this.source(field, source, known);
    }
  }

  private source(field: string, source: Source, known: Set<string>): void {
    if ('fact' in source) this.fact(field, source.fact);
    const used: [string, string | null][] =
      'slot' in source
        ? [[source.slot, null]]
        : 'wanted' in source
          ? [
              [source.wanted, 'variant'],
              [source.lines, 'lines'],
            ]
          : 'swap' in source
            ? [
                [source.swap, 'variant'],
                [source.lines, 'lines'],
              ]
            : 'lines' in source
              ? [[source.lines, 'lines'], ...(source.reason ? [[source.reason, 'choice'] as [string, string]] : [])]
              : [];
    for (const [name, kind] of used) {
      const slot = this.document.slots[name];
      if (!slot) this.add(field, `${title(field)} uses "${name}", which is no slot. Add it to "slots".`);
      else if (kind && slot.kind !== kind)
        this.add(field, `${title(field)} uses "${name}", which must be of the kind "${kind}".`);
      else if (!known.has(name))
        this.add(field, `${title(field)} uses "${name}" before it is asked for: put a "need" for it before this step.`);
    }
  }

  private condition(field: string, condition: Condition): void {
    for (const question of questionsOf(condition)) {
      const fact = this.fact(field, question.fact);
      if (!fact) continue;
      const wrong = (should: string): void => this.add(field, `${title(field)}: "${question.fact}" is ${should}.`);
      if ('atLeast' in question || 'atMost' in question) {
        if (fact.kind !== 'number') wrong('no number, so it has no "atLeast" or "atMost"; use "is"');
      } else if ('is' in question) {
        const values = Array.isArray(question.is) ? question.is : [question.is];
        if (fact.kind === 'yes_no' && values.some((value) => typeof value !== 'boolean')) wrong('true or false');
        if (fact.kind === 'number' && values.some((value) => typeof value !== 'number')) wrong('a number');
        const odd = fact.values && values.find((value) => !fact.values?.includes(String(value)));
        if (fact.kind === 'text' && odd !== undefined && odd !== null)
          wrong(`never "${String(odd)}"; it is one of ${fact.values?.join(', ')}`);
      }
    }
  }

  private fact(field: string, name: string): { kind: 'text' | 'number' | 'yes_no'; values?: readonly string[] } | null {
    if (Object.hasOwn(FACTS, name)) return FACTS[name] ?? null;
    const slot = name.startsWith('slot.') ? this.document.slots[name.slice('slot.'.length)] : undefined;
    if (slot) return { kind: 'text', ...(slot.options && { values: slot.options.map(({ value }) => value) }) };
    this.add(
      field,
      `${title(field)}: there is no fact "${name}". There are ${Object.keys(FACTS).join(', ')}, and "slot." with a slot's name.`,
    );
    return null;
  }

  private words(field: string, words: Words | undefined): void {
    if (typeof words === 'string' && !isPhrase(words))
      this.add(field, `${title(field)}: there is no phrase "${String(words)}". Write your own words: {"en": "..."}.`);
  }
}

/** "steps.3.branches.1.steps.2" as "Step 3.1.2". */
function title(field: string): string {
  if (!field.startsWith('steps')) return `"${field}"`;
  return `Step ${field
    .split('.')
    .filter((part) => /^\d+$/.test(part))
    .join('.')}`;
}
