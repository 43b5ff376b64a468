import { createHash } from 'node:crypto';
import type { AiMode, AiSettingsBody, AiTopic, AiTopicRule } from '@satchel/contracts';
import { AI_MODES } from '@satchel/contracts';
import { wilson } from '@satchel/kernel';
import { NEEDED, PEOPLE_ONLY, TARGETS, TOPICS } from './topics';

/** How replies of one topic were judged: before it was automatic, and since. */
export interface Quality {
  right: number;
  n: number;
  /** Of those that went out by themselves. */
  sent: { right: number; n: number };
}

export const NO_QUALITY: Quality = { right: 0, n: 0, sent: { right: 0, n: 0 } };

export interface ModeInput {
  settings: Pick<AiSettingsBody, 'mode' | 'share' | 'people' | 'maxReplies' | 'topics'>;
  topic: AiTopic;
  channel: string;
  ticketId: string;
  customer: { tier: string | null; tags: readonly string[] };
  quality: Quality;
  /** Replies of the AI on this ticket within a day. */
  replies: number;
}

export interface Decision {
  mode: AiMode;
  /** One sentence for a person. */
  reason: string;
}

/** Whether what the AI wrote goes out by itself. The most careful word of all counts. Pure. */
export function modeOf(input: ModeInput): Decision {
  const { settings, topic, channel, customer } = input;
  const decided = topicMode(settings, topic, channel, input.quality);
  if (decided.mode === 'off' || decided.mode === 'draft') return decided;
  const theirs = forPeople(settings.people, customer);
  if (theirs) return { mode: 'draft', reason: theirs };
  if (decided.mode === 'approve') return decided;
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
  if (rule.trusted || (trusted && !own)) return { mode: 'auto', reason: 'Trusted.' };
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
