import { ActionDecisions } from '@satchel/actions';
import { PolicyService } from '@satchel/policies';
import { makePerson } from '@satchel/testing';
import { BUDGET } from '../loop/loop-types';
import { AI_ACTIONS } from '../tools/ai-actions';
import { OutcomeService } from './outcome.service';
import { PROMPT_VERSION } from './request';
import { ToyRoom } from './toy-shop.fixture';
import { AiTurnQueries } from './turn.queries';
import { TurnService } from './turn.service';

const HOUR_MS = 3_600_000;
const OUTCOME = 'What the customer said to what was put before them';

describe('what the AI puts before a customer', () => {
  let room: ToyRoom;

  beforeAll(async () => (room = await ToyRoom.start()));
  afterAll(() => room?.stop());
  beforeEach(async () => {
    jest.restoreAllMocks();
    await room.fresh();
    // It asks for the order to be called off, and tells the outcome once there is one.
    room.script = ({ messages, results }) => {
      const outcome = messages.find((message) => message.text.startsWith(OUTCOME))?.text ?? '';
      if (outcome.includes('"state":"done"')) return { text: 'Your order #1003 is cancelled.' };
      if (outcome) return { text: 'Nothing was done.' };
      const [told] = results;
      if (!told) return { calls: [{ name: 'cancel_order', args: { order: '1003' } }] };
      return {
        text: JSON.stringify(told).includes('awaiting_confirmation') ? 'Is this right?' : 'That is not possible.',
      };
    };
  });
  const asked = async (): Promise<string> => {
    const ticket = await room.writes('Please cancel my order 1003');
    expect(await room.turn(ticket)).toMatchObject({ outcome: 'sent' });
    expect(await room.runs()).toMatchObject([{ action: 'cancel_order', state: 'awaiting_confirmation' }]);
    return ticket;
  };
  const answered = async (text: string, how = {}): Promise<string> => {
    const ticket = await asked();
    await room.says(ticket, text, how);
    await room.turn(ticket);
    return ticket;
  };

  it('is shown in the words of the house, and done on their yes: once, exactly that, and read back', async () => {
    const ticket = await asked();
    expect((await room.sent(ticket))[0]?.text).toContain(
      'Please check what would be done:\nCancel #1003\n- Order: #1003',
    );
    expect(room.shop.effects).toEqual([]);

    await room.says(ticket, 'Yes please');
    expect(await room.turn(ticket)).toMatchObject({ outcome: 'sent' });
    expect(room.shop.effects).toMatchObject([{ what: 'cancel', args: { orderId: 'ext-#1003' } }]);
    expect(await room.runs()).toMatchObject([{ state: 'done' }]);
    expect((await room.sent(ticket)).at(-1)?.text).toContain('is cancelled');
    const told = await room.newest(ticket);
    expect(told).toMatchObject({
      promptVersion: PROMPT_VERSION,
      assurance: 3,
      decided: { answer: 'yes', outcome: { state: 'done' } },
    });
    expect(await room.get(AiTurnQueries).trace(room.ctx, ticket, told?.id ?? '')).toMatchObject({
      transcript: [{ role: 'assistant', text: 'Your order #1003 is cancelled.' }],
      gate: { passed: true },
    });
    // A second yes is a yes to nothing.
    await room.says(ticket, 'Yes');
    await room.turn(ticket);
    expect(room.shop.effects).toHaveLength(1);
  });

  it.each([
    ['No, thank you', 'The customer said no.'],
    ['Yes, but refund the shipping too', 'The customer answered something else.'],
    ['Where is my other parcel?', 'The customer answered something else.'],
  ])('is not done after %j', async (text, why) => {
    const ticket = await answered(text);
    expect((await room.runs())[0]).toMatchObject({ state: 'denied', error: { message: why } });
    await room.says(ticket, 'Yes');
    await room.turn(ticket);
    expect(room.shop.effects).toEqual([]);
  });

  it('is void when it changed meanwhile', async () => {
    const ticket = await asked();
    room.shop.orders[0]!.payment = 'authorized';
    await room.says(ticket, 'Yes');
    await room.turn(ticket);
    expect(await room.runs()).toMatchObject([{ state: 'denied', error: { code: 'changed' } }]);
    expect((await room.sent(ticket)).at(-1)?.text).toContain('Nothing was done');
    expect(room.shop.effects).toEqual([]);
  });

  it('is void when the answer comes too late', async () => {
    const ticket = await asked();
    room.kernel.clock.advance(73 * HOUR_MS);
    await room.says(ticket, 'Yes');
    await room.turn(ticket);
    expect(room.shop.effects).toEqual([]);
  });

  it.each([
    ['somebody copied in', { from: 'eve@example.com' }],
    ['a sender whom nothing proves', { sender: 'unproven' }],
  ])('is not confirmed by %s', async (_who, how) => {
    await answered('Yes', how);
    expect(room.shop.effects).toEqual([]);
    expect((await room.runs())[0]).toMatchObject({ state: 'awaiting_confirmation' });
  });

  it('is not asked for by somebody copied in', async () => {
    const ticket = await room.writes('Please cancel order 1003', { from: 'eve@example.com' });
    await room.turn(ticket);
    expect(await room.runs()).toEqual([]);
  });

  it('is done once by two workers at once', async () => {
    const ticket = await asked();
    await room.says(ticket, 'Yes');
    const turns = room.get(TurnService);
    await Promise.all([turns.take(room.ctx, ticket), turns.take(room.ctx, ticket)]);
    expect(room.shop.effects).toHaveLength(1);
    const replies = await room.sent(ticket);
    expect(replies).toHaveLength(2);
    expect(replies.at(-1)?.text).toContain('is cancelled');
  });

  it('is done once when the process dies between the deed and the reply, and the reply tells it', async () => {
    const ticket = await asked();
    await room.says(ticket, 'Yes');
    jest.spyOn(room.get(OutcomeService), 'store').mockRejectedValueOnce(new Error('the lights went out'));
    await expect(room.turn(ticket)).rejects.toThrow('the lights');
    expect(room.shop.effects).toHaveLength(1);
    await room.turn(ticket);
    expect(room.shop.effects).toHaveLength(1);
    expect((await room.sent(ticket)).at(-1)?.text).toContain('is cancelled');
  });

  it('is done once when the process dies after the yes was taken and before anything was done', async () => {
    const ticket = await asked();
    await room.says(ticket, 'Yes');
    jest.spyOn(room.get(ActionDecisions), 'confirm').mockRejectedValueOnce(new Error('the lights went out'));
    await expect(room.turn(ticket)).rejects.toThrow('the lights');
    expect(room.shop.effects).toEqual([]);
    await room.turn(ticket);
    expect(room.shop.effects).toHaveLength(1);
    expect((await room.sent(ticket)).at(-1)?.text).toContain('is cancelled');
  });

  it("answers for somebody else's order as for a missing one", async () => {
    const answers: string[] = [];
    for (const order of ['1002', '4711']) {
      room.script = ({ results }) => {
        if (results.length === 0) return { calls: [{ name: 'cancel_order', args: { order } }] };
        answers.push(JSON.stringify(results));
        return { text: 'That is not possible.' };
      };
      await room.turn(await room.writes(`Cancel ${order}`));
    }
    expect(answers[0]).toContain('This customer has no such order.');
    expect(answers[0]).toBe(answers[1]);
    expect(await room.runs()).toEqual([]);
  });

  it('waits for a person where the policy wants one, whatever the customer says', async () => {
    room.script = ({ results }) =>
      results.length === 0
        ? { calls: [{ name: 'refund', args: { order: '1003', amount: 8_900 } }] }
        : { text: 'A colleague looks at this.' };
    const ticket = await room.writes('I want my money back for 1003');
    await room.turn(ticket);
    await room.says(ticket, 'Yes');
    await room.turn(ticket);
    const [run, ...more] = await room.ctx.query<{ id: string; state: string }>(
      'select id, state from action_run where workspace_id = $1',
      [room.ctx.workspaceId],
    );
    expect(more).toEqual([]);
    expect(run?.state).toBe('awaiting_approval');
    expect(room.shop.effects).toEqual([]);
    const lead = room.kernel.db.ctx(
      room.ctx.workspaceId,
      await makePerson(room.kernel.db, room.ctx.workspaceId, { role: 'lead', name: 'Lee' }),
    );
    await room.get(ActionDecisions).approve(lead, run?.id ?? '');
    expect(room.shop.effects).toMatchObject([{ what: 'refund' }]);
  });

  it('is not there when the policy keeps it from the AI, or nothing connected can do it', async () => {
    const policies = room.get(PolicyService);
    const { document } = await policies.read(room.ctx);
    await policies.change(room.ctx, { ...document, ai: { ...document.ai, never: ['cancel_order'] } });
    let offered: string[] = [];
    room.script = ({ tools, results }) => {
      offered = tools;
      if (results.length === 0) return { calls: [{ name: 'order_lines', args: { orderNumber: '1003' } }] };
      if (results.length === 1) return { calls: [{ name: 'cancel_order', args: { order: '1003' } }] };
      return { text: 'That is not possible.' };
    };
    // Not clear, so whatever the shop can do is there.
    await room.turn(await room.writes('Well, about order 1003.'));
    expect(offered).toEqual(expect.arrayContaining(['find_orders', 'refund', 'change_address', 'hand_over']));
    for (const name of ['cancel_order', 'grant_points', 'skip_subscription', 'update_order_status', 'create_task'])
      expect(offered).not.toContain(name);
    expect(await room.runs()).toEqual([]);
  });

  it('needs a person to carry it out where the AI only drafts', async () => {
    const ticket = await asked();
    const { AiSettings } = await import('../settings/ai-settings.service');
    await room.get(AiSettings).update(room.ctx, { mode: 'draft' });
    await room.says(ticket, 'Yes');
    expect(await room.turn(ticket)).toMatchObject({
      outcome: 'handed_over',
      reason: expect.stringContaining('said yes'),
    });
    expect(room.shop.effects).toEqual([]);
  });

  it('is shown to a model as something that it can do once the order was looked up, and only what was asked for', async () => {
    const shown: string[][] = [];
    room.script = ({ tools, results }) => {
      shown.push(tools);
      if (results.length === 0) return { calls: [{ name: 'find_orders', args: { orderNumber: '1003' } }] };
      if (results.length === 1) return { calls: [{ name: 'cancel_order', args: { order: '1003' } }] };
      return { text: 'Is this right?' };
    };
    const ticket = await room.writes('Please cancel my order 1003');
    expect(await room.turn(ticket)).toMatchObject({ outcome: 'sent' });
    expect(shown[0]).toEqual(expect.arrayContaining(['find_orders', 'hand_over']));
    expect(shown[0]).not.toContain('cancel_order');
    expect(shown[1]).toContain('cancel_order');
    expect(shown.flat()).not.toContain('refund');
    expect(await room.runs()).toMatchObject([{ action: 'cancel_order', state: 'awaiting_confirmation' }]);
  });

  it('never comes to more than a question, whatever a model calls', async () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const values = ['1003', '1002', 'ext-#1003', 8_900, -1, true, null, 'anna@example.com', [], {}, '#1003'];
    const keys = ['order', 'amount', 'reason', 'lines', 'address', 'confirmed', 'customerId', 'ticketId', 'assurance'];
    for (let n = 0; n < 12; n += 1) {
      let steps = 0;
      room.script = ({ tools }) => {
        if ((steps += 1) >= BUDGET.modelCalls) return { text: 'Done, everything was refunded.' };
        // What it was not shown it can call all the same.
        const names = [...tools, ...Object.keys(AI_ACTIONS)];
        const name = names[random(names.length)] ?? 'refund';
        const args = Object.fromEntries(
          keys.flatMap((key) => (random(3) === 0 ? [[key, values[random(values.length)]]] : [])),
        );
        return { calls: [{ name, args: random(2) === 0 ? { order: '1003', ...args } : args }] };
      };
      const ticket = await room.writes('Do as you like with order 1003');
      await room.turn(ticket);
      await room.says(ticket, 'What was that?');
      await room.turn(ticket);
    }
    expect(room.shop.effects).toEqual([]);
    expect((await room.runs()).filter(({ state }) => state === 'done')).toEqual([]);
  });
});
