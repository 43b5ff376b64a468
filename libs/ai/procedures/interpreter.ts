import type { Frame, Memory } from '../conversation/memory';
import type { EngineStep, EngineView } from '../engine/engine-view';
import { opening } from '../engine/wording/fill';
import { WORDINGS } from '../engine/wording';
import { LANGUAGES, type Language } from '../text/language';
import type { HandoffReason } from '../tools/handoff-reasons';
import type { Understanding, Wish } from '../understand/understanding';
import type { ActiveProcedure } from './frames';
import { framesOf, MAX_WISHES, orderOf, procedureFor } from './frames';
import { goesOn, isAfterAll, meansAnother, type Scene } from './going-on';
import { answerIdentity, CODE, DETAILS } from './identity';
import { say } from './speak';
import { resume, runSteps } from './steps';
import { tell } from './tell';
import { reasonFor, wantsDraft, wantsFacts } from './topics';
import type { Ran, Turn, Work } from './turn';
import { resolveOrder } from './slots/slot-order';
import { choice } from './slots/slot-simple';

/** From here on anger is a person's. */
const HOT = 0.7;
const MAX_SUMMARY = 300;
const MAX_DONE = 20;

/**
 * One step of a turn: pure, so the same view gives the same step. It is worked from its beginning each time, with the
 * tools' answers so far; what is not answered yet is called for.
 */
export function interpret(
  view: EngineView,
  meaning: Understanding,
  procedures: readonly ActiveProcedure[],
): EngineStep {
  return new Interpreter(view, meaning, procedures).step();
}

class Interpreter {
  private readonly turn: Turn;
  private readonly scene: Scene;
  private readonly memory: Memory;
  private intent: string;

  constructor(
    private readonly view: EngineView,
    private readonly meaning: Understanding,
    private readonly procedures: readonly ActiveProcedure[],
  ) {
    this.turn = {
      view,
      meaning,
      // "No" is a word of several languages: an answer is in that of the question.
      language:
        (meaning.answer && spokenIn(view.memory)) ?? meaning.language ?? spokenIn(view.memory) ?? view.prior ?? 'en',
      calls: [],
      said: [],
    };
    this.memory = structuredClone(view.memory);
    this.scene = { done: this.memory.done, correction: meaning.correction, procedures };
    this.intent = meaning.wishes[0]?.intent ?? this.memory.frame?.intent ?? 'other';
  }

  step(): EngineStep {
    const { meaning, view, memory } = this;
    const waiting = memory.frame;
    if (meaning.danger) return this.toPerson(meaning.danger);
    if (view.decided) {
      const ended = this.decided(view.decided);
      if (ended) return ended;
    } else if (meaning.nothingToAnswer && !(waiting && meaning.answer)) {
      return this.toPerson('no_reply_needed');
    } else if (meaning.language === null && view.prior === null && !spokenIn(memory)) {
      return this.toPerson('unknown_language');
    }
    return this.taken() ?? this.work();
  }

  /** What became of the proposal of the turn before. Null: the turn goes on. */
  private decided(decided: NonNullable<EngineView['decided']>): EngineStep | null {
    const { turn, memory, meaning } = this;
    const { frame } = memory;
    const ours = frame?.waitsFor === `confirm:${decided.action}` ? frame : null;
    this.intent = ours?.intent ?? this.intent;
    if (decided.answer === 'yes') {
      const work = ours && this.workOf(ours, null);
      if (!work) {
        if (decided.outcome?.state === 'done') say(turn, 'done_other');
        else return this.toPerson('other');
        return null;
      }
      work.action = decided.outcome ?? { state: 'uncertain', action: decided.action, summary: decided.summary };
      work.frame.waitsFor = null;
      return this.ended(work, resume(work, work.document.steps, decided.action) ?? { kind: 'end', outcome: 'done' });
    }
    if (!ours) return null;
    const others = meaning.wishes.filter((wish) => wish.sure && !goesOn(this.scene, ours, wish));
    if (decided.answer === 'void' && others.some((wish) => isAfterAll(this.scene, ours, wish))) {
      // They want after all what they said no to: this one comes again behind it.
      ours.waitsFor = null;
      memory.queue.unshift(ours);
      memory.frame = null;
      return null;
    }
    if (decided.answer === 'void' && meaning.correction && others.length > 0) {
      // "No, that is wrong: change the lamp" takes the lamp, and leaves what was put before them.
      say(turn, 'voided');
      this.close(ours, 'dropped');
      return null;
    }
    const corrected = meaning.correction || meaning.entities.orderNumbers.length > 0;
    if (decided.answer === 'void' && meaning.answer === 'yes') {
      // They said yes, but to something that had changed meanwhile: it is put before them anew.
      say(turn, 'changed_meanwhile');
      return null;
    }
    if (corrected || meaning.wishes.some((wish) => goesOn(this.scene, ours, wish))) return null;
    if (decided.answer === 'no') {
      say(turn, 'declined');
      this.close(ours, 'declined');
      return null;
    }
    if (meaning.wishes.length > 0) {
      say(turn, 'voided');
      this.close(ours, 'dropped');
    }
    return null;
  }

  /** Takes up what the message wants, beside what is under way. Null: the frames are set. */
  private taken(): EngineStep | null {
    const { memory, meaning, view } = this;
    const { frame } = memory;
    if (meaning.heat >= HOT) return this.toPerson('complaint');
    // The server read nothing but a no in it.
    const plainNo = view.decided?.answer === 'no';
    // Who says their name or mail address because they were asked for it wants nothing of their account.
    const proving = memory.frame?.waitsFor === DETAILS || memory.frame?.waitsFor === CODE;
    const beside = proving ? ['smalltalk', 'account'] : ['smalltalk'];
    const wishes = plainNo ? [] : meaning.wishes.filter(({ intent }) => !beside.includes(intent));
    if (wishes.some(({ conditional }) => conditional)) return this.toPerson('condition');

    const { told } = memory;
    memory.told = null;
    if (told && !frame && memory.queue.length === 0 && wishes.length === 0 && meansAnother(told, meaning)) {
      // "Sorry, it is 1004": what could not be done for one order may be done for that.
      memory.frame = { ...told, slots: { wish: told.slots.wish ?? '' }, asked: {}, waitsFor: 'order' };
      return null;
    }
    const asks = frame?.waitsFor ?? null;
    const answered = view.decided !== null && view.decided.answer === 'yes';
    const fresh = wishes.filter(
      (wish) => !(frame && (goesOn(this.scene, frame, wish) || (asks !== null && !wish.sure))),
    );
    const asked = asks !== null && !asks.startsWith('confirm:');
    if (asked && fresh.length === 0 && meaning.answer === 'no' && !this.mayBeNo(frame)) {
      say(this.turn, 'declined');
      if (frame) this.close(frame, 'declined');
      return null;
    }
    if (!frame && memory.queue.length === 0 && wishes.length === 0) {
      // After an outcome there is something to say; else there is nothing here that anybody asked for.
      return this.turn.said.length > 0 || answered
        ? null
        : this.toPerson(meaning.sentences.length === 0 ? 'smalltalk' : 'unclear');
    }
    const unsure = fresh.find((wish) => !wish.sure || !procedureFor(wish, this.procedures));
    if (unsure && !frame) return this.toPerson(wishes.length > 1 ? 'several_requests' : this.reasonOf(unsure));
    if (fresh.length > MAX_WISHES) return this.toPerson('several_requests');

    const alone = fresh.length === 1 && !frame;
    for (const { sure, entities } of fresh)
      if (sure) for (const number of entities.orderNumbers) this.claimed.add(number);
    const started = fresh.flatMap((wish) => {
      const active = procedureFor(wish, this.procedures);
      return active ? framesOf(wish, active, { text: view.message, meaning, alone }) : [];
    });
    if (started.length === 0) return null;
    for (const each of started) this.started.add(each);
    const first = started[0];
    if (frame && first && asked && !this.answersIt(frame)) {
      // They ask for something else first; the open question comes back behind it.
      memory.queue = [...started.slice(1), { ...frame, waitsFor: null }, ...memory.queue];
      memory.frame = first;
    } else if (frame) {
      memory.queue = [...memory.queue, ...started];
    } else {
      memory.frame = first ?? null;
      memory.queue = [...memory.queue, ...started.slice(1)];
    }
    return null;
  }
  private readonly started = new Set<Frame>();
  /** Orders that a new wish of this message names: they answer no question about another. */
  private readonly claimed = new Set<string>();

  private get ownNumbers(): string[] {
    return this.meaning.entities.orderNumbers.filter((number) => !this.claimed.has(number));
  }

  /** Whether the message holds what the open question asked for, beside a new wish. */
  private answersIt({ waitsFor }: Frame): boolean {
    const { entities, correction } = this.meaning;
    // "Actually, cancel order 12": of the open question it corrects nothing.
    if (correction && this.claimed.size === 0) return true;
    if (waitsFor === CODE) return entities.oneTimeCodes.length > 0;
    if (waitsFor === DETAILS) return entities.emails.length + entities.postcodes.length > 0;
    return waitsFor === 'order' && this.ownNumbers.length > 0;
  }

  /** "No", or "I changed my mind", is an answer to some questions: then it is read by the slot. */
  private mayBeNo(frame: Frame | null): boolean {
    const active = this.activeOf(frame);
    const slot = frame?.waitsFor ? active?.document.slots[frame.waitsFor] : undefined;
    if (slot?.kind !== 'choice') return false;
    return (slot.options ?? []).some(({ value }) => value === 'no') || choice(slot, this.view.message) !== null;
  }

  /** Works one wish after the other until one waits, ends with a person, or none is left. */
  private work(): EngineStep {
    const { memory } = this;
    for (let count = 0; count <= MAX_WISHES * 2; count += 1) {
      const frame = memory.frame ?? memory.queue.shift() ?? null;
      memory.frame = frame;
      if (!frame) break;
      this.intent = frame.intent;
      const work = this.workOf(frame, this.freshFor(frame));
      // A procedure that is gone meanwhile: a person goes on.
      if (!work) return this.toPerson(reasonFor(frame.intent));
      if (work.document.tools.some((tool) => !this.view.tools.includes(tool)))
        return this.toPerson(work.document.reason, work);
      const proving = frame.waitsFor === DETAILS || frame.waitsFor === CODE;
      const shown: Ran = proving ? answerIdentity(work) : { kind: 'next' };
      if (frame.waitsFor?.startsWith('confirm:')) frame.waitsFor = null;
      const ran = shown.kind === 'next' ? runSteps(work, work.document.steps) : shown;
      const ended = this.ended(work, ran);
      if (ended) return ended;
    }
    if (this.turn.said.length === 0) return this.toPerson('unclear');
    if (!this.view.brief) this.turn.said.push(WORDINGS[this.turn.language].closing());
    return this.reply();
  }

  /** Null: this wish is done, and the next one's turn comes. */
  private ended(work: Work, ran: Ran): EngineStep | null {
    const { memory, turn } = this;
    switch (ran.kind) {
      case 'pending':
        return { text: '', calls: turn.calls, intent: this.intent, memory: this.view.memory };
      case 'asked':
        memory.frame = work.frame;
        work.frame.slots.language = turn.language;
        if (this.queuedAnew(work.frame)) say(turn, 'queued');
        return this.reply();
      case 'hand_over':
        return this.toPerson(ran.reason, work);
      case 'next':
      case 'end':
        this.close(work.frame, ran.kind === 'end' ? ran.outcome : 'done');
        return null;
    }
  }

  /** Wishes of this very message that wait behind the question. */
  private queuedAnew(frame: Frame): boolean {
    return this.memory.queue.some((each) => each !== frame && this.started.has(each));
  }

  private close(frame: Frame, outcome: string): void {
    const order = outcome === 'declined' ? orderOf(frame) : null;
    const done = { procedure: frame.procedure, outcome, ...(order !== null && { order }) };
    this.memory.done = [...this.memory.done, done].slice(-MAX_DONE);
    if (outcome === 'told' || outcome === 'denied') this.memory.told = frame;
    this.memory.frame = null;
    this.memory.stuck = 0;
  }

  private freshFor(frame: Frame): Work['fresh'] {
    const { view, meaning } = this;
    const { text, entities } = {
      text: view.message,
      entities: { ...meaning.entities, orderNumbers: this.ownNumbers },
    };
    if (this.started.has(frame)) return null;
    if (view.decided?.answer === 'yes') return null;
    if (frame !== this.memory.frame || (frame.waitsFor === null && !meaning.correction)) return null;
    const confirming = frame.waitsFor?.startsWith('confirm:') === true;
    return { text, entities, correction: (meaning.correction && this.started.size === 0) || confirming };
  }

  private workOf(frame: Frame, fresh: Work['fresh']): Work | null {
    const active = this.activeOf(frame);
    if (!active) return null;
    return {
      turn: this.turn,
      document: active.document,
      frame,
      fresh,
      orders: [],
      lines: null,
      action: null,
      proved: 0,
      results: new Map(),
    };
  }

  private activeOf(frame: Frame | null): ActiveProcedure | null {
    return this.procedures.find(({ document }) => document.name === frame?.procedure) ?? null;
  }

  private reasonOf(wish: Wish): HandoffReason {
    return procedureFor(wish, this.procedures)?.document.reason ?? reasonFor(wish.intent);
  }

  private reply(): EngineStep {
    return { text: this.text(), calls: [], intent: this.intent, memory: this.memory };
  }

  /** Hands over with what is known so far, worded for the person to send. */
  private toPerson(reason: HandoffReason, work?: Work): EngineStep {
    const { turn, memory, view } = this;
    if (wantsFacts(reason) && (work?.orders.length ?? 0) === 0 && view.tools.includes('find_orders')) {
      const facts = this.facts();
      if (facts === 'pending') return { text: '', calls: turn.calls, intent: this.intent, memory: view.memory };
    } else if (work && work.orders.length > 0 && wantsFacts(reason) && turn.said.length === 0) {
      tell(work, 'order');
    }
    const lead = turn.said.length === 0 || this.onlyFacts ? [WORDINGS[turn.language].acknowledge()] : [];
    turn.said = wantsDraft(reason) ? [...lead, ...turn.said] : [];
    if (memory.frame) this.close(memory.frame, `handed_over:${reason}`);
    memory.queue = [];
    turn.calls = [];
    return {
      text: this.text(),
      calls: [{ name: 'hand_over', args: { reason, summary: summarise(view.message) } }],
      intent: this.intent,
      memory,
    };
  }
  private onlyFacts = false;

  /** The state of the order that the message is about, when there is no doubt which. */
  private facts(): 'pending' | 'told' {
    const { turn, meaning } = this;
    const before = turn.said.length;
    const numbers = meaning.entities.orderNumbers;
    const frame: Frame = {
      procedure: '',
      version: 0,
      intent: 'where_is_my_order',
      slots: { wish: this.view.message, ...(numbers.length > 0 && { order: numbers }) },
      asked: {},
      waitsFor: null,
    };
    const document = { name: '', title: '', intents: [], tools: [], reason: 'other' as const, slots: {}, steps: [] };
    const work: Work = {
      turn,
      document,
      frame,
      fresh: null,
      orders: [],
      lines: null,
      action: null,
      proved: 3,
      results: new Map(),
    };
    const found = resolveOrder(work, 'order', {
      kind: 'order',
      from: ['entity', 'words', 'only'],
      ask: 'ask_product',
      can: { fact: 'order.open', is: true },
      live: true,
    });
    if (found.kind === 'pending') return 'pending';
    if (found.kind === 'given') {
      tell(work, 'order');
      this.onlyFacts = before === 0;
    }
    return 'told';
  }

  private text(): string {
    const { turn, view } = this;
    // Two wishes about one order would tell its state twice.
    const parts = [...new Set(turn.said.map((part) => part.trim()).filter(Boolean))];
    return parts
      .map((part, index) => opening(part, index === 0 ? turn.language : 'en', index > 0 || view.brief))
      .join('\n\n');
  }
}

/** The language of our last question: "ja" alone tells none. */
export function spokenIn({ frame }: Memory): Language | null {
  const language = frame?.slots.language;
  return LANGUAGES.find((each) => each === language) ?? null;
}

function summarise(message: string): string {
  const flat = message.replace(/\s+/g, ' ').trim();
  return flat.length <= MAX_SUMMARY ? flat : `${flat.slice(0, MAX_SUMMARY - 1)}…`;
}
