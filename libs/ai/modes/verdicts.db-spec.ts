import { DraftService, ReplyService } from '@satchel/desk';
import type { Ctx } from '@satchel/kernel';
import { newId } from '@satchel/kernel';
import { makeMessage, makePerson, makeTicket, makeWorkspace, testKernel, waitFor } from '@satchel/testing';
import type { TestKernel } from '@satchel/testing';
import { AiModule } from '../ai.module';
import { Handoffs } from '../handoff/handoffs.service';
import { AiSettings } from '../settings/ai-settings.service';
import { Modes } from './modes.service';
import { QualityQueries } from './quality.queries';
import { VerdictHandlers } from './verdict.handlers';
import { Verdicts } from './verdicts.service';

const SAID = 'Your order #1003 is cancelled and 24.90 EUR go back to your card within five days.';

describe('what people think of what the AI wrote', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let modes: Modes;

  beforeAll(async () => {
    kernel = await testKernel({
      imports: [AiModule],
    });
    modes = kernel.moduleRef.get(Modes);
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    kernel.clock.set(new Date());
    ctx = (await makeWorkspace(kernel.db)).ctx;
  });

  const turn = async (outcome: 'sent' | 'drafted', topic = 'cancellations') => {
    const ticket = await makeTicket(ctx);
    const message = await makeMessage(ctx, ticket.id);
    const id = newId();
    kernel.clock.advance(60_000);
    await ctx.query(
      `insert into ai_turn (id, workspace_id, ticket_id, message_id, brain, prompt_version, mode, outcome, topic, said, finished_at)
       values ($1, $2, $3, $4, 'built-in', '1', 'auto', $5, $6, $7, $8)`,
      [id, ctx.workspaceId, ticket.id, message.id, outcome, topic, SAID, kernel.clock.now()],
    );
    return { id, ticketId: ticket.id };
  };
  const person = async (): Promise<Ctx> => {
    return ctx.as(await makePerson(kernel.db, ctx.workspaceId, { name: 'Tom' }));
  };
  const send = async (ticketId: string, text: string) => {
    const tom = await person();
    const author = { kind: 'person', id: tom.actor.id, name: 'Tom' } as const;
    expect(await kernel.moduleRef.get(ReplyService).reply(tom, { ticketId, text, author })).toMatchObject({ ok: true });
  };
  const verdict = async (id: string): Promise<string | null> => {
    const rows = await ctx.query<{ told: string | null }>(
      `select verdict || ' ' || verdict_by as told from ai_turn where id = $1`,
      [id],
    );
    return rows[0]?.told ?? null;
  };
  const becomes = (id: string, wanted: string) =>
    waitFor(async () => (await verdict(id)) === wanted, { what: `the verdict ${wanted}` });

  it('counts what a person sends as it is as right, and what they rewrite or dismiss as wrong', async () => {
    const [good, bad, gone] = [await turn('drafted'), await turn('drafted'), await turn('drafted')];
    await send(good.ticketId, `Hi Anna,\n\n${SAID}\n\nBest, Tom`);
    await send(bad.ticketId, 'Sorry, this order left us already, so it cannot be cancelled any more.');
    const drafts = kernel.moduleRef.get(DraftService);
    const author = { kind: 'ai', id: null, name: 'Satchel AI' } as const;
    const draft = await drafts.save(ctx, { ticketId: gone.ticketId, author, text: SAID, turnId: gone.id });
    await drafts.discard(await person(), gone.ticketId, draft.id);
    await becomes(good.id, 'right sent_as_is');
    await becomes(bad.id, 'wrong edited');
    await becomes(gone.id, 'wrong discarded');
    const topic = (await modes.topics(ctx)).find((one) => one.topic === 'cancellations');
    expect(topic).toMatchObject({ effective: 'draft', quality: { right: 1, n: 3 } });
  });

  it('takes silence for three days as right, and a call for a person as wrong', async () => {
    const [quiet, called] = [await turn('sent'), await turn('sent')];
    await kernel.moduleRef.get(QualityQueries).judgeQuiet(ctx, kernel.clock.now());
    expect(await verdict(quiet.id)).toBeNull();
    const handlers = kernel.moduleRef.get(VerdictHandlers);
    const payload = { ticketId: called.ticketId, turnId: newId(), reason: 'human_requested' };
    await handlers.handedOver(ctx, { payload, type: 'ai.handed_over' } as never);
    kernel.clock.advance(73 * 3_600_000);
    await kernel.moduleRef.get(QualityQueries).judgeQuiet(ctx, kernel.clock.now());
    expect(await verdict(quiet.id)).toBe('right quiet');
    expect(await verdict(called.id)).toBe('wrong customer');
  });

  it('opens a topic after enough right ones, and closes it when those that went out were wrong', async () => {
    await kernel.moduleRef.get(AiSettings).update(ctx, { mode: 'auto' });
    const asked = { ticketId: newId(), channel: 'chat', customerEmail: null, topics: ['cancellations'] as const };
    expect(await modes.decide(ctx, asked)).toMatchObject({ mode: 'approve', topic: 'cancellations' });
    const verdicts = kernel.moduleRef.get(Verdicts);
    for (let n = 0; n < 200; n += 1) await verdicts.judge(ctx, (await turn('drafted')).id, 'right', 'sent_as_is');
    expect(await modes.decide(ctx, asked)).toMatchObject({ mode: 'auto' });
    for (let n = 0; n < 4; n += 1) await verdicts.judge(ctx, (await turn('sent')).id, 'wrong', 'person');
    expect(await modes.decide(ctx, asked)).toMatchObject({
      mode: 'approve',
      reason: expect.stringContaining('4 replies'),
    });
    const told = await ctx.query<{ n: number }>(
      `select count(*)::int as n from event where workspace_id = $1 and type = 'ai.mode_fell_back'`,
      [ctx.workspaceId],
    );
    expect(told[0]?.n).toBe(1);
  }, 60_000);

  it('lets a person say otherwise, and nobody judge what was never written', async () => {
    const verdicts = kernel.moduleRef.get(Verdicts);
    const { id } = await turn('sent');
    expect(await verdicts.judge(ctx, id, 'right', 'quiet')).toBe(true);
    expect(await verdicts.judge(ctx, id, 'wrong', 'customer')).toBe(false);
    await verdicts.judgeByPerson(ctx, id, false);
    expect(await verdict(id)).toBe('wrong person');
    const other = (await makeWorkspace(kernel.db)).ctx;
    await expect(verdicts.judgeByPerson(other, id, true)).rejects.toMatchObject({ status: 409 });
  });
});

describe('tickets that wait for a person', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let handoffs: Handoffs;

  beforeAll(async () => {
    kernel = await testKernel({
      runJobs: false,
      imports: [AiModule],
    });
    handoffs = kernel.moduleRef.get(Handoffs);
    ctx = (await makeWorkspace(kernel.db)).ctx;
  });
  afterAll(() => kernel.close());

  it('have a place in the queue, are late after their time, and leave when a person answers', async () => {
    kernel.clock.set(new Date());
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const { id } = await makeTicket(ctx);
      ids.push(id);
      kernel.clock.advance(1000);
      const opened = await ctx.transaction((tx) => handoffs.open(tx, { ticketId: id, turnId: null, reason: 'refund' }));
      expect(opened).toMatchObject({ position: n + 1, late: false });
    }
    const again = await ctx.transaction((tx) =>
      handoffs.open(tx, { ticketId: ids[0] ?? '', turnId: null, reason: 'complaint' }),
    );
    expect(again).toBeNull();
    const appended = { ticketId: ids[0], messageId: newId(), direction: 'outbound', kind: 'reply' };
    await handoffs.taken(ctx, {
      type: 'message.appended',
      actor: { kind: 'ai', id: null },
      payload: appended,
    } as never);
    expect(await handoffs.waiting(ctx)).toHaveLength(3);
    await handoffs.taken(ctx, {
      type: 'message.appended',
      actor: { kind: 'person', id: 'x' },
      payload: appended,
    } as never);
    const waiting = await handoffs.waiting(ctx);
    expect(waiting.map(({ ticketId, position }) => [ticketId, position])).toEqual([
      [ids[1], 1],
      [ids[2], 2],
    ]);
    await handoffs.lookForLate(ctx, { handoffId: waiting[0]?.id ?? '' });
    await handoffs.lookForLate(ctx, { handoffId: waiting[0]?.id ?? '' });
    const told = await ctx.query<{ n: number }>(
      `select count(*)::int as n from event where workspace_id = $1 and type = 'ai.handoff_late'`,
      [ctx.workspaceId],
    );
    expect(told[0]?.n).toBe(1);
    expect((await handoffs.waiting(ctx))[0]).toMatchObject({ late: true });
  });
});
