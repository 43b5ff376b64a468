import { Injectable } from '@nestjs/common';
import { Loyalty } from '@satchel/commerce';
import type { AiTopic, AiTopicBody, AiTopicRule } from '@satchel/contracts';
import { AI_MODES, AI_TOPICS } from '@satchel/contracts';
import { TicketQueries } from '@satchel/desk';
import type { Ctx } from '@satchel/kernel';
import { Clock, Log, wilson } from '@satchel/kernel';
import { Shadows } from '../teaching/shadows.service';
import type { Wish } from '../understand/understanding';
import { AiSettings } from '../settings/ai-settings.service';
import type { Decision } from './mode';
import { modeOf, NO_QUALITY, topicMode } from './mode';
import { QualityQueries } from './quality.queries';
import { NEEDED, TARGETS, TOPICS, topicOf } from './topics';

/** The AI's own last replies on a ticket that are looked at, so that it does not go round in circles. */
const LOOK_BACK = 2;

export interface Decided extends Decision {
  topic: AiTopic;
  /** What it said last by itself on this ticket, newest first. */
  lastSaid: string[];
}

const NO_RULE: AiTopicRule = { mode: null, channels: {}, trusted: false };

/** Which topics the AI answers by itself, which people look at first, and why. */
@Injectable()
export class Modes {
  constructor(
    private readonly settings: AiSettings,
    private readonly quality: QualityQueries,
    private readonly shadows: Shadows,
    private readonly tickets: TicketQueries,
    private readonly loyalty: Loyalty,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** For one turn, once it is known what it is about; the most careful of its topics counts. Asks outside systems: never in a transaction. */
  async decide(
    ctx: Ctx,
    turn: {
      ticketId: string;
      channel: string;
      customerEmail: string | null;
      topics: readonly AiTopic[];
      /** What the built-in engine goes by, where it does. */
      wishes?: readonly Pick<Wish, 'intent' | 'score'>[];
    },
  ): Promise<Decided> {
    const [topic = 'other'] = turn.topics;
    const settings = await this.settings.get(ctx);
    const { tiers, tags } = settings.people;
    const wishes = turn.wishes ?? [];
    const intents = wishes.map(({ intent }) => intent);
    const [quality, standings, replies, lastSaid, tier, ticket] = await Promise.all([
      this.quality.byTopic(ctx),
      wishes.length > 0 ? this.shadows.standings(ctx, intents) : new Map<string, never>(),
      this.quality.repliesToday(ctx, turn.ticketId, this.clock.now()),
      this.quality.lastSaid(ctx, turn.ticketId, LOOK_BACK),
      tiers.length > 0 ? this.tierOf(ctx, turn.customerEmail) : null,
      tags.length > 0 ? this.tickets.byId(ctx, turn.ticketId) : null,
    ]);
    const decisions = (turn.topics.length > 0 ? turn.topics : [topic]).map((one) =>
      modeOf({
        settings,
        topic: one,
        channel: turn.channel,
        ticketId: turn.ticketId,
        customer: { tier, tags: ticket?.tags ?? [] },
        quality: quality.get(one) ?? NO_QUALITY,
        readings: wishes
          .filter(({ intent }) => topicOf(intent) === one)
          .map(({ intent, score }) => ({ intent, score, standing: standings.get(intent) })),
        replies,
      }),
    );
    const decision = decisions.reduce((least, one) =>
      AI_MODES.indexOf(one.mode) < AI_MODES.indexOf(least.mode) ? one : least,
    );
    return { ...decision, topic, lastSaid };
  }

  async topics(ctx: Ctx): Promise<AiTopicBody[]> {
    const settings = await this.settings.get(ctx);
    const [all, standings] = await Promise.all([this.quality.byTopic(ctx), this.shadows.standings(ctx)]);
    return AI_TOPICS.map((topic) => {
      const quality = all.get(topic) ?? NO_QUALITY;
      const { title, tier } = TOPICS[topic];
      const { mode, reason } = topicMode(settings, topic, null, quality);
      const { low } = wilson(quality.right, quality.n);
      return {
        topic,
        title,
        tier,
        ...(settings.topics[topic] ?? NO_RULE),
        effective: mode,
        reason,
        quality: { right: quality.right, n: quality.n, low, target: TARGETS[tier], needed: NEEDED },
        readings: [...standings].flatMap(([intent, { right, n, threshold }]) =>
          topicOf(intent) === topic ? [{ intent, right, n, threshold }] : [],
        ),
      };
    });
  }

  async setTopic(ctx: Ctx, topic: AiTopic, patch: Partial<AiTopicRule>): Promise<AiTopicBody> {
    const { topics } = await this.settings.get(ctx);
    await this.settings.update(ctx, { topics: { [topic]: { ...NO_RULE, ...topics[topic], ...patch } } });
    const changed = (await this.topics(ctx)).find((one) => one.topic === topic);
    if (!changed) throw new Error('a topic was set and is gone');
    return changed;
  }

  /** Who cannot be looked up is treated as anybody; the AI writes no worse to them. */
  private async tierOf(ctx: Ctx, email: string | null): Promise<string | null> {
    if (!email) return null;
    try {
      const { members } = await this.loyalty.byEmail(ctx, email);
      return members.find(({ tier }) => tier !== null)?.tier ?? null;
    } catch (error) {
      this.log.warn({ err: error }, 'the loyalty programme does not tell a tier');
      return null;
    }
  }
}
