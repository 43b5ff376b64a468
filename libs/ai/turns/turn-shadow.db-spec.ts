import { DraftService, TicketService } from '@satchel/desk';
import type { Ctx } from '@satchel/kernel';
import { newId } from '@satchel/kernel';
import { makeMessage, makeTicket, makeWorkspace, testKernel, type TestKernel } from '@satchel/testing';
import { Modes } from '../modes/modes.service';
import { Verdicts } from '../modes/verdicts.service';
import { AiSettings } from '../settings/ai-settings.service';
import { Shadows } from '../teaching/shadows.service';
import { anOrder, Shop, turnImports, turnProviders } from './shop.fixture';
import { AiTurnQueries } from './turn.queries';
import { TurnService } from './turn.service';

const INTENT = 'where_is_my_order';
const ASKED = 'Hi, where is my order #1001?';

describe('what the engine would have done', () => {
  let kernel: TestKernel;
  let shop: Shop;
  let ctx: Ctx;

  beforeAll(async () => {
    shop = new Shop();
    kernel = await testKernel({ runJobs: false, imports: turnImports, providers: turnProviders(shop) });
    shop.orders = [anOrder('#1001', 'anna@example.com')];
  });
  afterAll(() => kernel?.close());
  beforeEach(async () => {
    kernel.clock.set(new Date());
    ctx = (await makeWorkspace(kernel.db)).ctx;
    await kernel.moduleRef.get(AiSettings).update(ctx, {
      mode: 'auto',
      // As a topic that has to earn it.
      topics: { order_status: { mode: 'auto', channels: {}, trusted: false } },
    });
  });

  const turn = async (text = ASKED) => {
    const customer = { email: 'anna@example.com', name: 'Anna' };
    const { id } = await kernel.moduleRef.get(TicketService).create(ctx, { subject: 'Hello', customer, text });
    await kernel.moduleRef.get(TurnService).take(ctx, id);
    const [taken] = await kernel.moduleRef.get(AiTurnQueries).ofTicket(ctx, id);
    if (!taken) throw new Error('no turn was taken');
    return taken;
  };
  const shadow = async (messageId: string) =>
    ctx.query<Record<string, unknown> & { score: number }>(
      'select intent, score, topic, channel, language, action, correct from shadow_decision where workspace_id = $1 and message_id = $2',
      [ctx.workspaceId, messageId],
    );
  /** Drafts that people judged, each read with the same score. */
  const judged = async (n: number, score: number, verdict: 'right' | 'wrong' = 'right') => {
    const ticket = await makeTicket(ctx);
    const ids: string[] = [];
    for (let at = 0; at < n; at += 1) {
      kernel.clock.advance(1_000);
      const { id: messageId } = await makeMessage(ctx, ticket.id);
      const id = newId();
      await ctx.query(
        `insert into ai_turn (id, workspace_id, ticket_id, message_id, brain, prompt_version, mode, outcome, topic, said, finished_at)
         values ($1, $2, $3, $4, 'built-in', '1', 'auto', 'drafted', 'order_status', 'On its way.', $5)`,
        [id, ctx.workspaceId, ticket.id, messageId, kernel.clock.now()],
      );
      const where = { ticketId: ticket.id, messageId, channel: 'email', language: 'en', action: null };
      await kernel.moduleRef.get(Shadows).record(ctx, where, [{ intent: INTENT, score }]);
      await kernel.moduleRef.get(Verdicts).judge(ctx, id, verdict, 'sent_as_is');
      ids.push(id);
    }
    return ids;
  };

  it('is kept with each turn, closed by what became of it, and changed by a person’s word', async () => {
    const taken = await turn();
    expect(taken).toMatchObject({ outcome: 'drafted' });
    expect(await shadow(taken.messageId)).toEqual([
      {
        ...{ intent: INTENT, topic: 'order_status', channel: expect.any(String), language: 'en' },
        ...{ score: expect.any(Number), action: null, correct: null },
      },
    ]);
    const verdicts = kernel.moduleRef.get(Verdicts);
    await verdicts.judge(ctx, taken.id, 'right', 'sent_as_is');
    expect(await shadow(taken.messageId)).toMatchObject([{ correct: true }]);
    await verdicts.judgeByPerson(ctx, taken.id, false);
    expect(await shadow(taken.messageId)).toMatchObject([{ correct: false }]);
  });

  it('is closed by three days of silence after what went out by itself', async () => {
    await kernel.moduleRef.get(AiSettings).update(ctx, {
      topics: { order_status: { mode: null, channels: {}, trusted: false } },
    });
    const taken = await turn();
    expect(taken).toMatchObject({ outcome: 'sent' });
    kernel.clock.advance(73 * 3_600_000);
    await kernel.moduleRef.get(Verdicts).lookForQuiet(ctx);
    expect(await shadow(taken.messageId)).toMatchObject([{ correct: true }]);
  });

  it('is nothing where no wish was read or a person has it', async () => {
    const thanks = await turn('Thanks a lot!');
    const handed = await turn('I will sue you. Where is my order #1001?');
    expect([thanks.outcome, handed.outcome]).toEqual(['skipped', 'handed_over']);
    expect([...(await shadow(thanks.messageId)), ...(await shadow(handed.messageId))]).toEqual([]);
  });

  it('unlocks a topic when enough of it was right, and locks it again when it is not', async () => {
    const score = (await shadow((await turn()).messageId))[0]?.score ?? 1;
    const ids = await judged(40, score - 0.05);
    // All of forty may still be nine of ten.
    expect(await turn()).toMatchObject({ outcome: 'drafted', reason: expect.stringMatching(/40 of 40 .*97 %/) });
    ids.push(...(await judged(90, score - 0.05)));
    const sent = await turn();
    expect(sent).toMatchObject({ outcome: 'sent' });
    const topics = await kernel.moduleRef.get(Modes).topics(ctx);
    expect(topics.find(({ topic }) => topic === 'order_status')).toMatchObject({
      effective: 'auto',
      readings: [{ intent: INTENT, right: 130, n: 130, threshold: expect.closeTo(score - 0.05, 3) }],
    });
    const verdicts = kernel.moduleRef.get(Verdicts);
    for (const id of ids.slice(0, 12)) await verdicts.judgeByPerson(ctx, id, false);
    const after = await turn();
    expect(after).toMatchObject({ outcome: 'drafted' });
    expect(await kernel.moduleRef.get(DraftService).list(ctx, after.ticketId)).toHaveLength(1);
  }, 60_000);

  it('keeps a wish that was read less surely than what was judged for a person, whoever trusts the topic', async () => {
    const score = (await shadow((await turn()).messageId))[0]?.score ?? 1;
    await judged(130, Math.min(1, score + 0.001));
    const unsure = {
      outcome: 'drafted',
      reason: expect.stringMatching(/^Ready to send. Read as "where is my order" with/),
    };
    expect(await turn()).toMatchObject(unsure);
    await kernel.moduleRef.get(AiSettings).update(ctx, {
      topics: { order_status: { mode: 'auto', channels: {}, trusted: true } },
    });
    expect(await turn()).toMatchObject(unsure);
  }, 60_000);
});
