import { ActionDecisions, ActionRuns } from '@satchel/actions';
import type { ActionRunBody, MessageBody } from '@satchel/contracts';
import { AppError, Clock, type Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Decided } from '../engine/engine-view';
import { actionData } from '../tools/action-data';
import { type ProvenIdentity } from '../tools/identity-of';
import type { Address } from '../tools/tool';
import { clean } from '../text/normalise';
import { yesOrNo } from '../understand';
import type { Conversation, Pending, Word } from './conversation.queries';
import { ConversationQueries } from './conversation.queries';
import type { MessageSender } from './sender.queries';

const MINUTE_MS = 60_000;
/** How long a question of ours stands: people who type to each other forget it sooner than those who write letters. */
export const ASKED_FOR_MS = { live: 30 * MINUTE_MS, mail: 72 * 60 * MINUTE_MS };
/** Somebody else carries out the same yes: how often we look whether they are done, and how long between two looks. */
const LOOKS = 40;
const LOOK_MS = 500;

/** What a turn knows of the messages it answers. */
export interface Heard {
  ticketId: string;
  customerId: string;
  customerName: string;
  destination: Address | null;
  conversation: Conversation;
  /** The thread, oldest first. */
  said: readonly MessageBody[];
  /** The customer's own messages since we last spoke. */
  open: readonly MessageBody[];
  senders: ReadonlyMap<string, MessageSender>;
  /** Who wrote the newest of them, and how sure that is. */
  identity: ProvenIdentity;
  live: boolean;
}

/**
 * What becomes of something that waits for the customer's word. The server takes the word before any brain reads the
 * message: what is carried out is what was shown, once, and only on an unambiguous yes of the one who was asked.
 */
@Injectable()
export class CustomersWords {
  constructor(
    private readonly conversations: ConversationQueries,
    private readonly runs: ActionRuns,
    private readonly decisions: ActionDecisions,
    private readonly clock: Clock,
  ) {}

  /** What the messages say to what waits; null: nothing waits, or nobody who may say it did. */
  read({ conversation, said, open, senders, customerName, live }: Heard): Word['answer'] | null {
    const { pending } = conversation;
    if (!pending) return null;
    const heard = open.filter(({ id }) => {
      const sender = senders.get(id);
      return sender?.proven && (sender.from ?? pending.address) === pending.address;
    });
    const [first] = heard;
    if (!first) return null;
    const shown = shownBy(pending, said, first);
    if (!shown) return 'void';
    const asked = live ? ASKED_FOR_MS.live : ASKED_FOR_MS.mail;
    const late = heard.some(({ createdAt }) => Date.parse(createdAt) - Date.parse(shown.createdAt) > asked);
    if (late) return 'void';
    const words = new Set(heard.map(({ text }) => yesOrNo(text, { names: [customerName] })));
    const [word] = words;
    return words.size === 1 && word ? word : 'void';
  }

  /** Takes the word and does what it says. Taking it again, after a crash or by two at once, tells the same outcome. */
  async take(ctx: Ctx, heard: Heard, answer: Word['answer'] | null): Promise<Decided | null> {
    const { conversation, ticketId } = heard;
    const { pending, decided } = conversation;
    if (decided) return this.carryOut(ctx, heard, decided);
    if (!pending || !answer) return null;
    const word = this.wordOf(pending, answer, heard);
    if (await this.conversations.takeWord(ctx, ticketId, word)) return this.carryOut(ctx, heard, word);
    const now = await this.conversations.of(ctx, ticketId);
    return now.decided ? this.carryOut(ctx, heard, now.decided) : null;
  }

  private wordOf(
    { runId, action, summary, summaryHash }: Pending,
    answer: Word['answer'],
    { open, identity }: Heard,
  ): Word {
    return {
      ...{ runId, action, summary, summaryHash, answer },
      messageId: open.at(-1)?.id ?? '',
      assurance: identity.level,
      addresses: identity.addresses,
      at: this.clock.now().toISOString(),
    };
  }

  private async carryOut(ctx: Ctx, heard: Heard, word: Word): Promise<Decided> {
    const { action, summary, runId } = word;
    const customer = ctx.as({
      kind: 'customer',
      id: heard.customerId,
      name: heard.customerName || 'Customer',
      role: null,
    });
    if (word.answer !== 'yes') {
      const why = word.answer === 'no' ? 'The customer said no.' : 'The customer answered something else.';
      await this.tolerant(() => this.decisions.decline(word.answer === 'no' ? customer : ctx, runId, why));
      return { answer: word.answer, action, summary, outcome: null };
    }
    if ((await this.runs.get(ctx, runId)).state === 'awaiting_confirmation') {
      // A yes that nobody carried out in time is none any more.
      if (this.clock.now().getTime() - Date.parse(word.at) > ASKED_FOR_MS.live)
        await this.tolerant(() => this.decisions.decline(ctx, runId, 'It was not carried out in time.'));
      else await this.confirm(customer, heard, word);
    }
    const run = await this.settled(ctx, runId);
    if (run.state === 'denied' && run.error?.code === 'changed')
      return { answer: 'void', action, summary, outcome: null };
    const emails = [...word.addresses, ...(heard.destination ? [heard.destination] : [])];
    const own = emails.flatMap(({ kind, value }) => (kind === 'email' ? [value] : []));
    return { answer: 'yes', action, summary, outcome: actionData(run, own) };
  }

  private async confirm(customer: Ctx, { destination }: Heard, word: Word): Promise<void> {
    const { runId, summaryHash: hash, assurance, addresses } = word;
    const result = await this.tolerant(() =>
      this.decisions.confirm(customer, runId, { hash, assurance, addresses, destination: destination?.value ?? null }),
    );
    // The shop does not answer: what they said yes to waits no more, and a later yes is asked for anew.
    if (result && !result.ok) await this.tolerant(() => this.decisions.decline(customer, runId, result.message));
  }

  /** Another try of the same yes may be at work: its outcome is ours. */
  private async settled(ctx: Ctx, runId: string): Promise<ActionRunBody> {
    let run = await this.runs.get(ctx, runId);
    for (let look = 0; look < LOOKS && run.state === 'performing'; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS).unref());
      run = await this.runs.get(ctx, runId);
    }
    return run;
  }

  /** Somebody was faster; what became of it is read afterwards. */
  private async tolerant<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError && error.code === 'wrong_state') return null;
      throw error;
    }
  }
}

/** Our message that put it before them, when it is the last thing that we said. */
function shownBy(pending: Pending, said: readonly MessageBody[], answer: MessageBody): MessageBody | null {
  const before = said.slice(
    0,
    said.findIndex(({ id }) => id === answer.id),
  );
  const last = before.findLast(({ direction, author }) => direction === 'outbound' && author.kind !== 'system');
  if (!last) return null;
  const same = pending.messageId === null ? textHash(last.text) === pending.textHash : last.id === pending.messageId;
  return same ? last : null;
}

/** Of a message's words, however its lines were broken. */
export function textHash(text: string): string {
  return createHash('sha256').update(clean(text, 20_000).replace(/\s+/g, ' ')).digest('hex');
}
