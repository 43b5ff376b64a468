import type { AiSettingsBody } from '@satchel/contracts';
import { AI_TOPICS } from '@satchel/contracts';
import { INTENTS } from '../understand/understanding';
import { modeOf, NO_QUALITY, topicMode } from './mode';
import type { Standing } from '../teaching/thresholds';
import type { ModeInput, Quality } from './mode';
import { TARGETS, TOPICS, topicOf } from './topics';

const settings: Pick<AiSettingsBody, 'mode' | 'share' | 'people' | 'maxReplies' | 'topics'> = {
  mode: 'auto',
  share: 100,
  people: { tiers: ['Platinum'], tags: ['press'] },
  maxReplies: 8,
  topics: {},
};
const input = (given: Partial<ModeInput> = {}): ModeInput => ({
  settings,
  topic: 'order_status',
  channel: 'email',
  ticketId: 'a',
  customer: { tier: null, tags: [] },
  quality: NO_QUALITY,
  replies: 0,
  ...given,
});
const judged = (right: number, n: number): Quality => ({ right, n, sent: { right: 0, n: 0 } });

describe('whether a reply goes out by itself', () => {
  it('does for what the gate proves, and for a change only after enough replies were right', () => {
    expect(modeOf(input()).mode).toBe('auto');
    expect(modeOf(input({ topic: 'cancellations' }))).toMatchObject({
      mode: 'approve',
      reason: expect.stringMatching(/0 of 30/),
    });
    expect(modeOf(input({ topic: 'cancellations', quality: judged(29, 29) })).mode).toBe('approve');
    expect(modeOf(input({ topic: 'cancellations', quality: judged(30, 30) })).mode).toBe('approve');
    expect(modeOf(input({ topic: 'cancellations', quality: judged(200, 200) })).mode).toBe('auto');
    expect(modeOf(input({ topic: 'cancellations', quality: judged(196, 200) })).mode).toBe('approve');
  });

  it('believes the owner, but never for what cannot be mended', () => {
    const trusted = (topic: 'cancellations' | 'accounts') =>
      modeOf(
        input({ topic, settings: { ...settings, topics: { [topic]: { mode: 'auto', channels: {}, trusted: true } } } }),
      );
    expect(trusted('cancellations').mode).toBe('auto');
    expect(trusted('accounts').mode).toBe('draft');
  });

  it('falls back when what went out was wrong too often, trusted or not', () => {
    const quality = { right: 60, n: 80, sent: { right: 60, n: 80 } };
    expect(modeOf(input({ quality }))).toMatchObject({
      mode: 'approve',
      reason: expect.stringMatching(/80 replies.*60 were right/),
    });
    expect(modeOf(input({ quality: { right: 79, n: 80, sent: { right: 79, n: 80 } } })).mode).toBe('auto');
  });

  it('is never bolder than the whole', () => {
    for (const topic of AI_TOPICS)
      for (const mode of ['off', 'draft', 'approve'] as const) {
        const rank = ['off', 'draft', 'approve', 'auto'];
        const decided = topicMode({ ...settings, mode }, topic, 'chat', judged(5000, 5000)).mode;
        expect(rank.indexOf(decided)).toBeLessThanOrEqual(rank.indexOf(mode));
      }
  });

  it('asks the channel first, then the topic', () => {
    const topics = { order_status: { mode: 'draft', channels: { chat: 'auto' }, trusted: true } } as const;
    const of = (channel: string) => modeOf(input({ channel, settings: { ...settings, topics } })).mode;
    expect(of('chat')).toBe('auto');
    expect(of('email')).toBe('draft');
  });

  it('asks what the shop itself saw of such readings', () => {
    const read = (topic: 'order_status' | 'cancellations', score: number, standing: Partial<Standing> | null) => {
      const intent = topic === 'order_status' ? 'where_is_my_order' : 'cancel_order';
      const quality = topic === 'cancellations' ? judged(300, 300) : NO_QUALITY;
      const known = standing && { right: 200, n: 200, target: 0.97, threshold: null, ...standing };
      return modeOf(input({ topic, quality, readings: [{ intent, score, ...(known ? { standing: known } : {}) }] }));
    };
    // What the house trusts needs no threshold, but keeps to one, and gives way where its readings are surely too poor.
    expect(read('order_status', 0.4, null).mode).toBe('auto');
    expect(read('order_status', 0.8, { threshold: 0.8 }).mode).toBe('auto');
    expect(read('order_status', 0.79, { threshold: 0.8 })).toEqual({
      mode: 'approve',
      reason: 'Read as "where is my order" with a score of 0.790; what was judged here carries it from 0.800.',
    });
    expect(read('order_status', 0.99, { right: 19, n: 20 }).mode).toBe('auto');
    expect(read('order_status', 0.99, { right: 60, n: 80 }).mode).toBe('approve');
    // What earned it by the judgement of people needs one for each wish: the topic's other wishes say nothing of this one.
    expect(read('cancellations', 0.99, null)).toMatchObject({
      mode: 'approve',
      reason: expect.stringMatching(/^Of 0/),
    });
    expect(read('cancellations', 0.99, { threshold: 0.9 }).mode).toBe('auto');
    expect(modeOf(input({ topic: 'cancellations', quality: judged(300, 300) })).mode).toBe('auto');
  });

  it('leaves some customers, long conversations and a share of the tickets to people', () => {
    expect(modeOf(input({ customer: { tier: 'platinum', tags: [] } }))).toMatchObject({
      mode: 'draft',
      reason: expect.stringMatching(/tier Platinum/),
    });
    expect(modeOf(input({ customer: { tier: null, tags: ['Press'] } })).mode).toBe('draft');
    expect(modeOf(input({ replies: 8 })).mode).toBe('draft');
    const tickets = Array.from({ length: 1000 }, (_, n) => `ticket ${n}`);
    const sent = tickets.filter(
      (ticketId) => modeOf(input({ ticketId, settings: { ...settings, share: 25 } })).mode === 'auto',
    );
    expect(sent.length).toBeGreaterThan(200);
    expect(sent.length).toBeLessThan(300);
    expect(modeOf(input({ settings: { ...settings, share: 0 } })).mode).toBe('approve');
  });
});

describe('topics', () => {
  it('hold every wish once, and a strange one is nobody’s', () => {
    const all = AI_TOPICS.flatMap((topic) => TOPICS[topic].intents);
    expect([...all].sort()).toEqual([...INTENTS].sort());
    expect(topicOf('cancel_order')).toBe('cancellations');
    expect(topicOf('custom:gift-wrap')).toBe('other');
    expect(topicOf(null)).toBe('other');
    for (const topic of AI_TOPICS) expect(TARGETS[TOPICS[topic].tier]).toBeGreaterThanOrEqual(0.95);
  });
});
