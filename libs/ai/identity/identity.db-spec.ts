import { ToyRoom } from '../turns/toy-shop.fixture';

const MINUTE_MS = 60_000;

describe('who somebody is', () => {
  let room: ToyRoom;
  let answers: any[];

  beforeAll(async () => (room = await ToyRoom.start()));
  afterAll(() => room?.stop());
  beforeEach(async () => {
    await room.fresh();
    answers = [];
  });

  /** The model calls one tool with these words of the customer, and says nothing of what came back. */
  const calls = async (ticket: string, name: string, args: Record<string, unknown>): Promise<any> => {
    room.script = ({ results }) => {
      if (results.length === 0) return { calls: [{ name, args }] };
      answers.push(results.at(-1));
      return { text: 'Thank you.' };
    };
    await room.says(ticket, 'And now?', { from: 'visitor-1' });
    await room.turn(ticket);
    return answers.at(-1);
  };
  const visit = () => room.visits('visitor-1', 'Hello');
  const verify = (ticket: string, more: object) => calls(ticket, 'verify_identity', { orderNumber: '1003', ...more });
  const cancel = (ticket: string, order = '1003') => calls(ticket, 'cancel_order', { order });
  const change = (ticket: string) =>
    calls(ticket, 'change_address', {
      order: '1003',
      address: { name: 'A', lines: ['New 1'], city: 'Bonn', postcode: '53111', country: 'DE' },
    });
  const codeSent = (): string => /\b\d{6}\b/.exec(room.mail.sent.at(-1)?.text ?? '')?.[0] ?? '';

  it('is nobody until a number and what stands on the order match, and then that customer alone', async () => {
    const ticket = await visit();
    expect(await calls(ticket, 'find_orders', { orderNumber: '1003' })).toMatchObject({ found: 0 });
    expect(await cancel(ticket)).toMatchObject({ state: 'denied', needs: 2 });
    expect(await verify(ticket, { postcode: '10 115' })).toMatchObject({ verified: true, assurance: 2 });
    expect(await calls(ticket, 'find_orders', { orderNumber: '1003' })).toMatchObject({ found: 1 });
    expect(await calls(ticket, 'find_orders', { orderNumber: '1002' })).toMatchObject({ found: 0 });
    expect(await cancel(ticket, '1002')).toMatchObject({ state: 'cannot', code: 'not_found' });
    expect(await cancel(ticket)).toMatchObject({ state: 'awaiting_confirmation' });
    await room.says(ticket, 'Yes', { from: 'visitor-1' });
    room.script = () => ({ text: 'Thank you.' });
    await room.turn(ticket);
    expect(room.shop.effects).toMatchObject([{ what: 'cancel' }]);
  });

  it('answers a wrong detail, a missing order and a foreign one in the same words', async () => {
    const said: string[] = [];
    for (const given of [
      { postcode: '99999' },
      { orderNumber: '4711', postcode: '10115' },
      { email: 'eve@example.com' },
    ])
      said.push(JSON.stringify(await verify(await visit(), given)));
    // Each is another conversation's first miss.
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('"verified":false');
  });

  it('goes to a person after five misses, whatever is right afterwards', async () => {
    const ticket = await visit();
    for (let n = 0; n < 5; n += 1) expect((await verify(ticket, { postcode: `9999${n}` })).verified).toBe(false);
    answers = [];
    await verify(ticket, { postcode: '10115' });
    expect(answers).toEqual([]);
    expect(await room.newest(ticket)).toMatchObject({
      outcome: 'handed_over',
      reason: expect.stringContaining('Too many'),
    });
  });

  it('counts misses of one address over all its conversations', async () => {
    for (let n = 0; n < 10; n += 1) await verify(await visit(), { postcode: `9999${n}` });
    answers = [];
    await verify(await visit(), { postcode: '10115' });
    expect(answers).toEqual([]);
  });

  it('is proven by a code to the address that the shop has, which is told masked', async () => {
    const ticket = await visit();
    expect(await calls(ticket, 'send_code', {})).toMatchObject({ sentTo: null });
    await verify(ticket, { email: 'anna@example.com' });
    expect(await change(ticket)).toMatchObject({ state: 'denied', needs: 3 });
    expect(await calls(ticket, 'send_code', {})).toMatchObject({ sentTo: 'a...a@e...e.com', triesLeft: 3 });
    expect(room.mail.sent).toMatchObject([{ to: 'anna@example.com' }]);
    expect((await room.sent(ticket)).map(({ text }) => text).join()).not.toContain(codeSent());
    expect(await calls(ticket, 'check_code', { code: codeSent() })).toMatchObject({ verified: true, assurance: 3 });
    expect(await change(ticket)).toMatchObject({ state: 'awaiting_confirmation' });
  });

  it('stays unproven with a code that is over, used, or guessed three times', async () => {
    const ticket = await visit();
    await verify(ticket, { email: 'anna@example.com' });
    await calls(ticket, 'send_code', {});
    room.kernel.clock.advance(10 * MINUTE_MS);
    expect(await calls(ticket, 'check_code', { code: codeSent() })).toMatchObject({ verified: false, triesLeft: 0 });

    await calls(ticket, 'send_code', {});
    const code = codeSent();
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await calls(ticket, 'check_code', { code: wrong })).toMatchObject({ verified: false, triesLeft: 2 });
    expect(await calls(ticket, 'check_code', { code: wrong })).toMatchObject({ verified: false, triesLeft: 1 });
    expect(await calls(ticket, 'check_code', { code: wrong })).toMatchObject({ verified: false, triesLeft: 0 });
    expect(await calls(ticket, 'check_code', { code })).toMatchObject({ verified: false, assurance: 2 });
    const kept = await room.ctx.query<{ code: unknown }>('select code from ai_conversation where ticket_id = $1', [
      ticket,
    ]);
    expect(JSON.stringify(kept)).not.toContain(code);
  });

  it('holds for messages of the same sender, for a while', async () => {
    const ticket = await visit();
    await verify(ticket, { postcode: '10115' });
    expect(await cancel(ticket)).toMatchObject({ state: 'awaiting_confirmation' });
    room.kernel.clock.advance(73 * 60 * MINUTE_MS);
    expect(await calls(ticket, 'find_orders', { orderNumber: '1003' })).toMatchObject({ found: 0 });
  });

  it("says nothing of somebody's own address: an order that matches proves its customer, not the sender", async () => {
    // Marco's address is only claimed; the order that matches is Anna's.
    const ticket = await room.writes('Hello', { from: 'anna@example.com', sender: 'unproven' });
    await room.ctx.query(`update ticket set customer_address = 'marco@example.com' where id = $1`, [ticket]);
    room.script = ({ results }) => {
      if (results.length === 0)
        return { calls: [{ name: 'verify_identity', args: { orderNumber: '1003', postcode: '10115' } }] };
      if (results.length === 1) return { calls: [{ name: 'cancel_order', args: { order: '1002' } }] };
      answers.push(results.at(-1));
      return { text: 'Thank you.' };
    };
    await room.says(ticket, 'Cancel 1002', { from: 'marco@example.com', sender: 'proven' });
    await room.turn(ticket);
    expect(answers).toMatchObject([{ state: 'cannot', code: 'not_found' }]);
  });
});
