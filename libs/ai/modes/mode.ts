import { createHash } from 'node:crypto';
import type { AiMode, AiSettingsBody, AiTopic, AiTopicRule } from '@satchel/contracts';
import { AI_MODES } from '@satchel/contracts';
import { wilson } from '@satchel/kernel';
import type { Standing } from '../teaching/thresholds';
import { isPoor, rounded } from '../teaching/thresholds';
import { NEEDED, PEOPLE_ONLY, TARGETS, TOPICS } from './topics';

/** How replies of one topic were judged: before it was automatic, and since. */
export interface Quality {
  right: number;
  n: number;
  /** Of those that went out by themselves. */
  sent: { right: number; n: number };
}

export const NO_QUALITY: Quality = { right: 0, n: 0, sent: { right: 0, n: 0 } };

/** A wish of this topic as the built-in engine read it, and how its readings stood so far; absent: it never was judged. */
export interface Reading {
  intent: string;
  score: number;
  standing?: Standing;
}

export interface ModeInput {
  settings: Pick<AiSettingsBody, 'mode' | 'share' | 'people' | 'maxReplies' | 'topics'>;
  topic: AiTopic;
  channel: string;
  ticketId: string;
  customer: { tier: string | null; tags: readonly string[] };
  quality: Quality;
  /** What the built-in engine goes by; empty: it read nothing anew, or a language model understood the message by itself. */
  readings?: readonly Reading[];
  /** Replies of the AI on this ticket within a day. */
  replies: number;
}

export interface Decision {
  mode: AiMode;
  /** One sentence for a person. */
  reason: string;
  /** By the word of its owner or of the house, not yet by what was judged. */
  trusted?: boolean;
}

/** Whether what the AI wrote goes out by itself. The most careful word of all counts. Pure. */
export function modeOf(input: ModeInput): Decision {
  const { settings, topic, channel, customer } = input;
  const decided = topicMode(settings, topic, channel, input.quality);
  if (decided.mode === 'off' || decided.mode === 'draft') return decided;
  const theirs = forPeople(settings.people, customer);
  if (theirs) return { mode: 'draft', reason: theirs };
  if (decided.mode === 'approve') return decided;
  const unsure = (input.readings ?? []).map((reading) => unsureOf(reading, decided.trusted === true)).find(Boolean);
  if (unsure) return { mode: 'approve', reason: unsure };
  if (input.replies >= settings.maxReplies)
    return { mode: 'draft', reason: `The AI answered ${input.replies} times within a day; a person takes over.` };
  if (placeOf(input.ticketId) >= settings.share)
    return { mode: 'approve', reason: `Only ${settings.share} % of the tickets are answered by themselves.` };
  return decided;
}

/** What holds for a topic on a channel, before anything of one ticket is looked at. */
export function topicMode(
  settings: Pick<AiSettingsBody, 'mode' | 'topics'>,
  topic: AiTopic,
  channel: string | null,
  quality: Quality,
): Decision {
  const { tier, mode, trusted } = TOPICS[topic];
  const rule: AiTopicRule = settings.topics[topic] ?? { mode: null, channels: {}, trusted: false };
  const own = (channel === null ? undefined : rule.channels[channel]) ?? rule.mode;
  const wanted = own ?? mode;
  if (rank(settings.mode) < rank(wanted))
    return { mode: settings.mode, reason: `The AI as a whole is set to ${settings.mode}.` };
  if (wanted !== 'auto') return { mode: wanted, reason: own ? 'Set so for this topic.' : 'So by default.' };
  if (PEOPLE_ONLY.includes(tier)) return { mode: 'draft', reason: 'Topics like this are always answered by people.' };
  if (hasDropped(quality, TARGETS[tier]))
    return {
      mode: 'approve',
      reason: `Of ${quality.sent.n} replies sent by themselves only ${quality.sent.right} were right: a person looks again.`,
    };
  if (rule.trusted || (trusted && !own)) return { mode: 'auto', reason: 'Trusted.', trusted: true };
  const { low } = wilson(quality.right, quality.n);
  if (quality.n < NEEDED)
    return {
      mode: 'approve',
      reason: `${quality.n} of ${NEEDED} replies were judged; until then a person looks at each.`,
    };
  if (low < TARGETS[tier])
    return {
      mode: 'approve',
      reason: `${quality.right} of ${quality.n} replies were right; that is not yet surely ${percent(TARGETS[tier])}.`,
    };
  return { mode: 'auto', reason: `${quality.right} of ${quality.n} judged replies were right.` };
}

/** Too many wrong ones went out: even the upper end of the interval is below what the topic needs. */
export function hasDropped({ sent }: Quality, target: number): boolean {
  return sent.n > 0 && wilson(sent.right, sent.n).high < target;
}

/**
 * Why the engine does not go on alone with what it read, by the shop's own decisions; null: it may. Until they tell a
 * threshold, only trust lets it.
 */
function unsureOf({ intent, score, standing }: Reading, trusted: boolean): string | null {
  const name = intent.replaceAll('_', ' ');
  const { right, n, threshold } = standing ?? { right: 0, n: 0, threshold: null };
  if (threshold !== null)
    return rounded(score) < threshold
      ? `Read as "${name}" with a score of ${score.toFixed(3)}; what was judged here carries it from ${threshold.toFixed(3)}.`
      : null;
  if (trusted && !(standing && isPoor(standing))) return null;
  return `Of ${n} times that it was read as "${name}" here, ${right} were right: that carries no threshold yet.`;
}

function forPeople({ tiers, tags }: AiSettingsBody['people'], customer: ModeInput['customer']): string | null {
  const tier = tiers.find((one) => one.toLowerCase() === customer.tier?.toLowerCase());
  if (tier) return `Customers of the tier ${tier} are answered by people.`;
  const tag = tags.find((one) => customer.tags.some((theirs) => theirs.toLowerCase() === one.toLowerCase()));
  return tag ? `Customers tagged ${tag} are answered by people.` : null;
}

/** 0 to 99, the same for a ticket each time, so that a conversation does not change its voice. */
function placeOf(ticketId: string): number {
  return createHash('sha256').update(ticketId).digest().readUInt32BE(0) % 100;
}

const rank = (mode: AiMode): number => AI_MODES.indexOf(mode);
const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;
