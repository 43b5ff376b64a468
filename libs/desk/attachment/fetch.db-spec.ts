import { ConnectionService, ConnectorError } from '@satchel/connectors';
import type { MessageBody } from '@satchel/contracts';
import { type Ctx, EventLog } from '@satchel/kernel';
import {
  makeConnection,
  makeMessage,
  makeTicket,
  makeWorkspace,
  type TestKernel,
  testKernel,
  waitFor,
} from '@satchel/testing';
import { DeskModule } from '../desk.module';
import { MessageQueries } from '../message/message.queries';
import { AttachmentService } from './attachment.service';
import { FetchService } from './fetch.service';
import { MAX_INBOUND_FILE_BYTES } from './attachment.limits';

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A vendor that holds one file, and has its moods. */
class MediaHost {
  readonly asked: unknown[] = [];
  answers: (Error | { content: Buffer; contentType: string | null })[] = [];

  fetchFile = async (ref: Record<string, unknown>) => {
    this.asked.push(ref);
    const answer = this.answers.shift() ?? { content: GIF, contentType: 'application/x-made-up' };
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

describe('a file that the vendor still holds', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let fetches: FetchService;
  let vendor: MediaHost;
  let message: { id: string; ticketId: string; connectionId: string };

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: true });
    fetches = kernel.moduleRef.get(FetchService);
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    ctx = (await makeWorkspace(kernel.db)).ctx;
    vendor = new MediaHost();
    jest.spyOn(kernel.moduleRef.get(ConnectionService), 'adapter').mockResolvedValue(vendor as never);
    const { id: connectionId } = await makeConnection(ctx);
    const { id: ticketId } = await makeTicket(ctx, { connectionId });
    message = { ...(await makeMessage(ctx, ticketId)), ticketId, connectionId };
  });

  const pend = () =>
    fetches.keepPending(
      ctx,
      { filename: '../voice.gif', contentType: 'image/png', contentId: 'pic@1', inline: true, ref: { mediaId: 'm-1' } },
      message.id,
      message.connectionId,
    );
  const pendIn = (tx: Ctx) =>
    fetches.keepPending(tx, { filename: 'a.png', contentType: 'image/png', ref: {} }, message.id, message.connectionId);
  const shown = async () => {
    const { data } = await kernel.moduleRef.get(MessageQueries).thread(ctx, message.ticketId, { limit: 5 });
    return (data[0] as MessageBody).attachments[0];
  };
  const fetchedEvents = async () =>
    (await kernel.moduleRef.get(EventLog).read(ctx, null, 100, { types: ['attachment.fetched'] })).events.map(
      ({ payload, ticketId }) => ({ ...(payload as object), ticketId }),
    );
  const settledAs = (state: 'failed' | undefined) =>
    waitFor(async () => (await shown())?.state === state, { what: `the state ${state ?? 'ready'}` });

  it('stands with its message at once, and follows by itself as what it is', async () => {
    const { id } = await pend();
    await settledAs(undefined);
    expect(await shown()).toEqual({
      id,
      filename: 'voice.gif',
      contentType: 'image/gif',
      size: GIF.length,
      url: `/api/v1/attachments/${id}`,
      inline: true,
      contentId: 'pic@1',
    });
    expect(vendor.asked).toEqual([{ mediaId: 'm-1' }]);
    const [file] = await kernel.moduleRef.get(AttachmentService).contentsOf(ctx, message.id);
    expect(file?.content.equals(GIF)).toBe(true);
    const told = await waitFor(async () => ((await fetchedEvents()).length > 0 ? fetchedEvents() : null));
    expect(told).toEqual([{ ticketId: message.ticketId, messageId: message.id, attachmentId: id, state: 'ready' }]);
  });

  it('is not there for anybody before it came', async () => {
    const id = await ctx
      .transaction(async (tx) => {
        const row = await fetches.keepPending(
          tx,
          { filename: 'a', contentType: 'x/y', ref: {} },
          message.id,
          message.connectionId,
        );
        await expect(kernel.moduleRef.get(AttachmentService).path(tx, row.id)).rejects.toMatchObject({
          code: 'not_here_yet',
          status: 409,
        });
        throw Object.assign(new Error('rolled back'), { id: row.id });
      })
      .catch((error: { id: string }) => error.id);
    await expect(kernel.moduleRef.get(AttachmentService).path(ctx, id)).rejects.toMatchObject({ status: 404 });
    expect(vendor.asked).toEqual([]);
  });

  it('is asked for again while the vendor has trouble', async () => {
    vendor.answers = [new ConnectorError('uncertain', 'cut off')];
    await pend();
    await waitFor(() => vendor.asked.length === 1);
    expect(await shown()).toMatchObject({ state: 'pending', size: 0 });
    // The queue's own first pause is e seconds.
    await waitFor(() => vendor.asked.length === 2, { timeoutMs: 15_000 });
    await settledAs(undefined);
  });

  it.each([
    ['the vendor has it no more', new ConnectorError('not_found', 'gone')],
    ['it is larger than we keep', { content: Buffer.alloc(MAX_INBOUND_FILE_BYTES + 1), contentType: null }],
  ])('is given up when %s, until a person asks again', async (_, answer) => {
    vendor.answers = [answer];
    const { id } = await pend();
    await settledAs('failed');
    await expect(kernel.moduleRef.get(AttachmentService).path(ctx, id)).rejects.toMatchObject({ code: 'fetch_failed' });
    expect(await waitFor(async () => (await fetchedEvents())[0])).toMatchObject({ attachmentId: id, state: 'failed' });

    const other = (await makeWorkspace(kernel.db)).ctx;
    await expect(fetches.retry(other, id)).rejects.toMatchObject({ status: 404 });
    expect(await fetches.retry(ctx, id)).toMatchObject({ id, state: 'pending' });
    await settledAs(undefined);
    await expect(fetches.retry(ctx, id)).rejects.toMatchObject({ status: 409, code: 'not_failed' });
  });

  it('is given up after the last try', async () => {
    const { id } = await ctx.transaction(async (tx) => {
      const row = await pendIn(tx);
      vendor.answers = [new ConnectorError('unavailable', 'no route')];
      await fetches.fetch(tx, row.id, true);
      return row;
    });
    expect(await shown()).toMatchObject({ id, state: 'failed' });
  });
  it('is fetched once, however often its job runs', async () => {
    const { id } = await pend();
    await settledAs(undefined);
    await fetches.fetch(ctx, id, false);
    expect(vendor.asked).toHaveLength(1);
    expect(await waitFor(async () => ((await fetchedEvents()).length > 0 ? fetchedEvents() : null))).toHaveLength(1);
  });
});
