import { DeskModule, MessageQueries, TicketService } from '@satchel/desk';
import { testKernel, waitFor } from '@satchel/testing';
import type { TestKernel } from '@satchel/testing';
import { AiModule, AiSettings, AiTurnQueries } from './index';

describe('the room in the house', () => {
  let kernel: TestKernel;
  beforeAll(async () => {
    kernel = await testKernel({ imports: [AiModule, DeskModule] });
    await kernel.moduleRef.get(AiSettings).update(kernel.ctx, { mode: 'auto' });
  });
  afterAll(() => kernel?.close());

  it('a customer writes, and an answer is there: by event, job and turn', async () => {
    const { ctx, moduleRef } = kernel;
    const ticket = await moduleRef.get(TicketService).create(ctx, {
      subject: 'My parcel',
      customer: { email: 'anna@example.com', name: 'Anna' },
      text: 'Hi, where is my order?',
    });
    const replies = async () =>
      (await moduleRef.get(MessageQueries).thread(ctx, ticket.id, { limit: 10 })).data.filter(
        ({ direction }) => direction === 'outbound',
      );
    await waitFor(async () => (await replies()).length > 0, { timeoutMs: 15_000 });
    // No shop is connected here, so all it can do is ask.
    expect((await replies())[0]?.text).toContain('Could you send me your order number?');
    expect(await moduleRef.get(AiTurnQueries).ofTicket(ctx, ticket.id)).toMatchObject([
      { outcome: 'sent', intent: 'ask_order_number' },
    ]);
  });

  it('keeps its settings per workspace, and starts in draft', async () => {
    const { ctx, moduleRef } = kernel;
    const settings = moduleRef.get(AiSettings);
    expect(await settings.update(ctx, { signature: 'Cheers' })).toEqual({
      mode: 'auto',
      signature: 'Cheers',
      brain: 'built-in',
    });
    expect(await settings.update(ctx, { mode: 'off' })).toMatchObject({ mode: 'off', signature: 'Cheers' });
  });
});
