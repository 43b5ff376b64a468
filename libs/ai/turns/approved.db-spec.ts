import { ActionDecisions } from '@satchel/actions';
import type { Ctx, LoggedEvent } from '@satchel/kernel';
import { makePerson } from '@satchel/testing';
import { AiSettings } from '../settings/ai-settings.service';
import { ApprovedHandlers } from './approved.handlers';
import { ToyRoom } from './toy-shop.fixture';

describe('what a customer hears once a person let it happen', () => {
  let room: ToyRoom;
  beforeAll(async () => (room = await ToyRoom.start()));
  afterAll(() => room?.stop());
  beforeEach(async () => {
    await room.fresh();
    room.script = ({ results }) =>
      results.length === 0
        ? { calls: [{ name: 'refund', args: { order: '1003', amount: 8_900 } }] }
        : { text: 'A colleague looks at this.' };
  });

  const runOf = async (): Promise<string> => {
    const sql = 'select id from action_run where workspace_id = $1';
    const [row] = await room.ctx.query<{ id: string }>(sql, [room.ctx.workspaceId]);
    return row?.id ?? '';
  };
  const asked = async (text: string): Promise<{ ticketId: string; runId: string; lead: Ctx }> => {
    const ticketId = await room.writes(text);
    await room.turn(ticketId);
    const runId = await runOf();
    const person = await makePerson(room.kernel.db, room.ctx.workspaceId, { role: 'lead', name: 'Lee' });
    return { ticketId, runId, lead: room.kernel.db.ctx(room.ctx.workspaceId, person) };
  };
  const approved = async (text = 'I want my money back for 1003'): Promise<{ ticketId: string; runId: string }> => {
    const { lead, ...of } = await asked(text);
    await room.get(ActionDecisions).approve(lead, of.runId);
    return of;
  };
  const draftsOf = (ticketId: string) =>
    room.ctx.query<{ text: string }>('select text from draft where ticket_id = $1', [ticketId]);
  const heard = (given: { ticketId: string; runId: string }): Promise<void> =>
    room.get(ApprovedHandlers).done(room.ctx, { payload: given } as unknown as LoggedEvent);
  const told = async (ticketId: string): Promise<string[]> =>
    (await room.sent(ticketId)).flatMap(({ text }) => (text.includes('EUR') ? [text] : []));

  it('is what was done, in their language, once', async () => {
    const english = await approved();
    await heard(english);
    await heard(english);
    expect(await told(english.ticketId)).toEqual([
      expect.stringContaining('EUR 89.00 for order #1003 is on its way back to you.'),
    ]);
  });

  it('is said as the shop speaks to its customers', async () => {
    await room.get(AiSettings).update(room.ctx, { informal: true });
    const given = await approved('Guten Tag, ich möchte bitte mein Geld für die Bestellung 1003 zurück.');
    await heard(given);
    expect(await told(given.ticketId)).toEqual([expect.stringContaining('dir erstattet')]);
  });

  it('waits for a person where the AI only drafts, and is not said where it is silent', async () => {
    const given = await approved();
    await room.get(AiSettings).update(room.ctx, { mode: 'off' });
    await heard(given);
    expect(await draftsOf(given.ticketId)).toEqual([]);
    await room.get(AiSettings).update(room.ctx, { mode: 'draft' });
    await heard(given);
    expect(await draftsOf(given.ticketId)).toEqual([{ text: expect.stringContaining('EUR 89.00') }]);
    expect(await told(given.ticketId)).toEqual([]);
  });

  it('lies ready in kind words for the person who said no', async () => {
    const { lead, ticketId, runId } = await asked('I want my money back for 1003');
    await room.get(ActionDecisions).decline(lead, runId, 'Worn for a year.');
    const payload = { ticketId, runId, verdict: 'deny' };
    await room.get(ApprovedHandlers).declined(room.ctx, { payload } as unknown as LoggedEvent);
    const [draft] = await draftsOf(ticketId);
    expect(draft?.text).toContain('not possible');
    expect(draft?.text).not.toContain('Worn');
    expect(await told(ticketId)).toEqual([]);
  });
});
