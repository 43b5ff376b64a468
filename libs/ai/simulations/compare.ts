import type { AiReplayBody, AiReplayTopic, AiTopic } from '@satchel/contracts';
import { AI_TOPICS } from '@satchel/contracts';
import { TOPICS, topicOf } from '../modes/topics';
import type { ProcedureDocument, Step } from '../procedures/document';
import { measured } from './report';
import type { ReplayedTicket } from './replay.queries';

/** What the AI would have made of a ticket. */
export interface Read {
  ticket: ReplayedTicket;
  intent: string;
  /** Null: a person would have had it. */
  procedure: ProcedureDocument | null;
}

const EXAMPLES = 5;
const TEXT_CHARS = 160;

/** What a procedure may propose, wherever it does. */
export function proposedBy(steps: readonly Step[]): string[] {
  return steps.flatMap((step) => {
    if (step.do === 'propose') return [step.action];
    if (step.do !== 'check') return [];
    return [...step.branches.flatMap((branch) => proposedBy(branch.steps)), ...proposedBy(step.otherwise ?? [])];
  });
}

/** The same as people did: one of its changes where they made one, none where they only answered; and nothing that their tags deny. */
export function agrees({ ticket: { did, tags }, intent, procedure }: Read): boolean {
  if (!procedure) return false;
  const named = tags.map((tag) =>
    tag
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const topic = topicOf(intent);
  const told = named.filter(
    (tag) => AI_TOPICS.some((one) => one === tag && one !== 'other') || topicOf(tag) !== 'other',
  );
  if (told.length > 0 && !told.some((tag) => tag === topic || tag === intent || topicOf(tag) === topic)) return false;
  const proposes = proposedBy(procedure.steps);
  if (did.length === 0) return proposes.length === 0;
  return did.every((name) => proposes.includes(name));
}

/** Topic by topic, those with most tickets first. */
export function compared(read: readonly Read[]): AiReplayBody {
  const topics = new Map<AiTopic, Read[]>();
  for (const one of read) {
    const topic = topicOf(one.intent);
    topics.set(topic, [...(topics.get(topic) ?? []), one]);
  }
  return {
    tickets: read.length,
    unread: topics.get('other')?.length ?? 0,
    topics: [...topics].map(([topic, of]) => topicBody(topic, of)).sort((one, other) => other.n - one.n),
  };
}

function topicBody(topic: AiTopic, of: readonly Read[]): AiReplayTopic {
  const answered = of.filter(({ procedure }) => procedure !== null);
  const agreed = answered.filter(agrees);
  // What did not agree says more.
  const shown = [...of.filter((one) => !agrees(one)), ...agreed].slice(0, EXAMPLES);
  return {
    topic,
    title: TOPICS[topic].title,
    n: of.length,
    answered: answered.length,
    agreed: agreed.length,
    potential: measured(agreed.length, of.length),
    examples: shown.map((one) => ({
      ticketId: one.ticket.id,
      number: one.ticket.number,
      text: one.ticket.text.replace(/\s+/g, ' ').trim().slice(0, TEXT_CHARS),
      intent: one.intent,
      procedure: one.procedure?.title ?? null,
      did: one.ticket.did,
      agreed: agrees(one),
    })),
  };
}
