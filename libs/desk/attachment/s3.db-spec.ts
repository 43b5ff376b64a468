import { type Ctx } from '@satchel/kernel';
import { type SandboxProcess, startSandboxProcess, type TestKernel, testKernel } from '@satchel/testing';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Config } from '@satchel/kernel';
import { DeskModule } from '../desk.module';
import { AttachmentService } from './attachment.service';
import { AttachmentStore } from './attachment.store';

const content = Buffer.from('The quick brown fox');

describe('attachments with an S3 service', () => {
  let sandbox: SandboxProcess;
  let kernel: TestKernel;
  let ctx: Ctx;
  let attachments: AttachmentService;
  const upload = (bytes: Buffer = content) =>
    attachments.upload(ctx, { filename: 'fox.txt', contentType: 'text/plain', content: bytes });
  const objects = () => sandbox.control<{ key: string; size: number; contentType: string }[]>('s3/objects');
  const rows = () => ctx.query('select id from attachment where workspace_id = $1', [ctx.workspaceId]);

  beforeAll(async () => {
    sandbox = await startSandboxProcess();
    kernel = await testKernel({
      imports: [DeskModule],
      runJobs: false,
      config: {
        s3Endpoint: `${sandbox.url}/s3`,
        s3Region: 'eu-central-1',
        s3Bucket: 'satchel',
        s3AccessKeyId: 'sandbox-s3-id',
        s3SecretAccessKey: 'sandbox-s3-secret',
        s3ForcePathStyle: true,
      },
    });
    ctx = kernel.ctx;
    attachments = kernel.moduleRef.get(AttachmentService);
  });
  afterAll(async () => {
    await kernel?.close();
    await sandbox?.stop();
  });
  beforeEach(async () => {
    await sandbox.control('s3/reset', {});
    await ctx.query('delete from attachment where workspace_id = $1', [ctx.workspaceId]);
  });

  it('are kept there under their content, once, and nothing on this disk', async () => {
    const first = await upload();
    await upload();
    const stored = await objects();
    expect(stored).toEqual([
      {
        key: expect.stringMatching(`^attachments/${ctx.workspaceId}/[0-9a-f]{64}$`),
        size: content.length,
        contentType: 'application/octet-stream',
      },
    ]);
    expect(existsSync(join(kernel.moduleRef.get(Config).dataDir, 'attachments'))).toBe(false);

    const row = await attachments.get(ctx, first.id);
    const whole = await (await attachments.stream(row)).toArray();
    expect(Buffer.concat(whole as Buffer[]).equals(content)).toBe(true);
    const part = await (await attachments.stream(row, { start: 4, end: 8 })).toArray();
    expect(String(Buffer.concat(part as Buffer[]))).toBe('quick');
  });

  it.each(['down', 'slow-down', 'cut'])(
    'are refused cleanly while it is %s, and nothing is half stored',
    async (mode) => {
      await sandbox.control('s3/faults', { mode });
      await expect(upload()).rejects.toMatchObject({ code: 'storage_unavailable', status: 503, retryable: true });
      expect(await rows()).toEqual([]);
      await sandbox.control('s3/faults', { mode: 'none' });
      expect(await objects()).toEqual([]);
      await upload();
      expect(await objects()).toHaveLength(1);
    },
  );

  it('go from there when nobody sent them, and wait when it is out of reach', async () => {
    await upload();
    const [sha256 = ''] = (await objects()).map(({ key }) => key.split('/').at(-1));
    const files = kernel.moduleRef.get(AttachmentStore);
    const inAnHour = new Date(Date.now() + 3_600_000);
    await files.remove(ctx, sha256, new Date(Date.now() - 3_600_000));
    expect(await objects()).toHaveLength(1);
    await sandbox.control('s3/faults', { mode: 'down' });
    await expect(files.remove(ctx, sha256, inAnHour)).rejects.toMatchObject({ code: 'storage_unavailable' });
    await sandbox.control('s3/faults', { mode: 'none' });
    await files.remove(ctx, sha256, inAnHour);
    expect(await objects()).toEqual([]);
    await files.remove(ctx, sha256, inAnHour);
  });

  it('say which of the two it is: gone, or out of reach', async () => {
    const row = await attachments.get(ctx, (await upload()).id);
    await sandbox.control('s3/faults', { mode: 'down' });
    await expect(attachments.stream(row)).rejects.toMatchObject({ code: 'storage_unavailable' });
    await sandbox.control('s3/reset', {});
    await expect(attachments.stream(row)).rejects.toMatchObject({ code: 'file_gone', status: 404 });
  });
});
