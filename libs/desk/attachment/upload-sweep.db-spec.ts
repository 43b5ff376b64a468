import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, Config, type Ctx, Jobs, newId } from '@satchel/kernel';
import { makeConnection, makeMessage, makeTicket, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { sweepUploadsJob } from '../desk.jobs';
import { DeskModule } from '../desk.module';
import { AttachmentService } from './attachment.service';
import { AttachmentStore } from './attachment.store';
import { UploadSweep } from './upload-sweep.service';

const HOUR_MS = 3_600_000;
let contents = 0;

describe('uploads that nobody sent', () => {
  let kernel: TestKernel;
  let ctx: Ctx;
  let attachments: AttachmentService;
  let sweep: UploadSweep;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [DeskModule], runJobs: false });
    [attachments, sweep] = [kernel.moduleRef.get(AttachmentService), kernel.moduleRef.get(UploadSweep)];
  });
  afterAll(() => kernel.close());
  beforeEach(async () => {
    kernel.clock.set(new Date());
    ctx = (await makeWorkspace(kernel.db)).ctx;
  });

  const upload = (text = `content ${(contents += 1)}`, of = ctx) =>
    attachments.upload(of, { filename: 'note.txt', contentType: 'text/plain', content: Buffer.from(text) });
  const message = async () => (await makeMessage(ctx, (await makeTicket(ctx)).id)).id;
  const fileOf = async (id: string, of = ctx): Promise<string> => {
    const { sha256 } = await attachments.get(of, id);
    const folder = join(kernel.moduleRef.get(Config).dataDir, 'attachments', of.workspaceId);
    return join(folder, sha256.slice(0, 2), sha256);
  };
  const isThere = (id: string, of = ctx): Promise<boolean> =>
    attachments.get(of, id).then(
      () => true,
      (error: unknown) => !(error instanceof AppError && error.status === 404),
    );
  const later = (hours: number): Promise<void> => {
    kernel.clock.advance(hours * HOUR_MS);
    return sweep.sweep(ctx);
  };

  it('go after a day with their bytes, and what was sent stays', async () => {
    const [forgotten, sent] = [await upload(), await upload()];
    await attachments.attach(ctx, await message(), [sent.id]);
    const [lost, kept] = [await fileOf(forgotten.id), await fileOf(sent.id)];
    await later(23);
    expect(await isThere(forgotten.id)).toBe(true);
    await later(2);
    expect([await isThere(forgotten.id), existsSync(lost)]).toEqual([false, false]);
    expect([await isThere(sent.id), existsSync(kept)]).toEqual([true, true]);
    await later(1);
  });

  it('leave bytes that another file has, and other workspaces alone', async () => {
    const other = (await makeWorkspace(kernel.db)).ctx;
    const text = 'the same in both';
    const [forgotten, sent, theirs] = [await upload(text), await upload(text), await upload(text, other)];
    await attachments.attach(ctx, await message(), [sent.id]);
    await later(25);
    expect(await isThere(forgotten.id)).toBe(false);
    expect(await attachments.contentsOf(ctx, (await attachments.get(ctx, sent.id)).messageId ?? '')).toHaveLength(1);
    expect([await isThere(theirs.id, other), existsSync(await fileOf(theirs.id, other))]).toEqual([true, true]);
  });

  it('leave bytes that somebody has just stored again', async () => {
    const forgotten = await upload('uploaded once more');
    const path = await fileOf(forgotten.id);
    await ctx.query(`update attachment set created_at = now() - interval '25 hours' where id = $1`, [forgotten.id]);
    const yesterday = new Date(Date.now() - 25 * HOUR_MS);
    utimesSync(path, yesterday, yesterday);
    // The second one's row is about to be written.
    await kernel.moduleRef.get(AttachmentStore).put(ctx, Buffer.from('uploaded once more'));
    await sweep.sweep(ctx);
    expect([await isThere(forgotten.id), existsSync(path)]).toEqual([false, true]);
  });

  it('wait while a message from that time is not understood yet', async () => {
    const { id } = await upload();
    const { id: connectionId } = await makeConnection(ctx);
    await ctx.query(
      `insert into inbound_envelope (id, workspace_id, connection_id, external_id, raw) values ($1, $2, $3, 'late', '')`,
      [newId(), ctx.workspaceId, connectionId],
    );
    await later(25);
    expect(await isThere(id)).toBe(true);
    await ctx.query(`update inbound_envelope set state = 'routed' where workspace_id = $1`, [ctx.workspaceId]);
    await later(1);
    expect(await isThere(id)).toBe(false);
  });

  it('come back when the storage is out of reach', async () => {
    const { id } = await upload();
    const path = await fileOf(id);
    const remove = jest.spyOn(kernel.moduleRef.get(AttachmentStore), 'remove').mockRejectedValueOnce(new Error('away'));
    await expect(later(25)).rejects.toThrow('away');
    expect(await isThere(id)).toBe(true);
    await later(0);
    expect([await isThere(id), existsSync(path)]).toEqual([false, false]);
    remove.mockRestore();
  });

  it('are looked for once a day, when the last of that day is a day old', async () => {
    kernel.clock.set('2026-03-10T09:00:00Z');
    const enqueue = jest.spyOn(kernel.moduleRef.get(Jobs), 'enqueue');
    await upload();
    kernel.clock.set('2026-03-10T23:59:59Z');
    await upload();
    kernel.clock.set('2026-03-11T00:00:00Z');
    await upload();
    const planned = enqueue.mock.calls.map(([, job, , options]) => [job, options]);
    const [tenth, eleventh] = ['2026-03-12T00:00:00Z', '2026-03-13T00:00:00Z'].map((at) => ({
      key: expect.stringMatching(/^day:\d+$/),
      runAt: new Date(at),
    }));
    expect(planned).toEqual([tenth, tenth, eleventh].map((options) => [sweepUploadsJob, options]));
    expect(new Set(planned.map(([, options]) => (options as { key: string }).key)).size).toBe(2);
    enqueue.mockRestore();
  });
});
