import fastifyMultipart from '@fastify/multipart';
import { ConnectionEntity } from '@satchel/connectors';
import type { AttachmentBody } from '@satchel/contracts';
import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import { type Ctx, EventLog, Jobs } from '@satchel/kernel';
import { makeMessage, makePerson, makeTicket, makeWorkspace, type TestApp, testApp, waitFor } from '@satchel/testing';
import request from 'supertest';
import { scanAttachmentJob } from '../../desk.jobs';
import { DeskModule } from '../../desk.module';
import { MessageQueries } from '../../message/message.queries';
import { ReplyService } from '../../reply/reply.service';
import { AttachmentService } from '../attachment.service';
import { FakeClamd, VIRUS } from './clamd.fixture';
import { ScanJob } from './scan.job';

const INFECTED = { filename: 'bill.txt', contentType: 'text/plain', content: Buffer.from(`pay ${VIRUS} now`) };
const HARMLESS = { ...INFECTED, content: Buffer.from('pay now') };

describe.each([{ required: false }, { required: true }])('files with a virus scanner, %j', ({ required }) => {
  const clamd = new FakeClamd();
  let api: TestApp;
  let ctx: Ctx;
  let key: string;
  let ticketId: string;

  beforeAll(async () => {
    await clamd.start();
    api = await testApp({
      imports: [IdentityModule, DeskModule],
      entities: [...identityEntities, ConnectionEntity],
      before: (app) => void app.register(fastifyMultipart as never),
      config: { clamdHost: '127.0.0.1', clamdPort: clamd.port, clamdRequired: required },
    });
  });
  afterAll(async () => {
    await api?.close();
    await clamd.stop();
  });
  beforeEach(async () => {
    const { id } = await makeWorkspace(api.db);
    ctx = api.db.ctx(id, await makePerson(api.db, id, { role: 'admin' }));
    key = (await api.app.get(ApiKeyService).create(ctx, { name: 'Test' })).key;
    ticketId = (await makeTicket(ctx)).id;
    clamd.answer = null;
    clamd.maxBytes = Infinity;
    api.clock.advance(60_000);
  });

  const files = () => api.app.get(AttachmentService);
  const open = (path: string) =>
    request(api.app.getHttpServer())
      .get(path)
      .set({ authorization: `Bearer ${key}` });
  const opened = async (id: string): Promise<[number, string | undefined]> => {
    const { status, body } = await open(`/api/v1/attachments/${id}`);
    return [status, body.code];
  };
  const arrived = async (file: typeof INFECTED): Promise<string> => {
    const message = await makeMessage(ctx, ticketId, { direction: 'inbound' });
    return (await files().keep(ctx, file, message.id)).id;
  };
  const shown = async (id: string): Promise<AttachmentBody | undefined> => {
    const { data } = await api.app.get(MessageQueries).thread(ctx, ticketId, { limit: 50 });
    return data.flatMap((it) => it.attachments).find((file) => file.id === id);
  };
  const answerWith = (id: string) =>
    api.app.get(ReplyService).reply(ctx, {
      ticketId,
      text: 'Here',
      author: { kind: 'person', id: ctx.actor.id, name: 'Maya' },
      attachmentIds: [id],
    });

  it('are shown as blocked when one is infected, and given to nobody', async () => {
    const id = await arrived(INFECTED);
    expect(await shown(id)).toMatchObject({ filename: 'bill.txt', blocked: 'Test.Virus-1' });
    expect(await opened(id)).toEqual([403, 'infected']);
    const { body } = await open(files().signedPath(id)).expect(403);
    expect(body).toMatchObject({ code: 'infected', detail: 'This file is blocked: it contains Test.Virus-1.' });
  });

  it('are as ever when they are clean', async () => {
    const id = await arrived(HARMLESS);
    expect(await shown(id)).not.toHaveProperty('blocked');
    expect((await open(files().signedPath(id)).expect(200)).text).toBe('pay now');
  });

  it('are not sent out infected', async () => {
    const upload = await files().upload(ctx, INFECTED);
    expect(upload.blocked).toBe('Test.Virus-1');
    expect(await answerWith(upload.id)).toEqual({
      ok: false,
      code: 'blocked_attachment',
      message: '"bill.txt" is blocked: it contains Test.Virus-1. Take it out.',
    });
    expect(await answerWith((await files().upload(ctx, HARMLESS)).id)).toMatchObject({ ok: true });
  });

  it('are scanned later when the scanner is away, and blocked then', async () => {
    const planned = jest.spyOn(api.app.get(Jobs), 'enqueue');
    await clamd.stop();
    const upload = await files().upload(ctx, INFECTED);
    const id = await arrived(INFECTED);
    expect(await opened(id)).toEqual(required ? [409, 'not_scanned_yet'] : [302, undefined]);
    expect((await open(files().signedPath(id))).status).toBe(required ? 409 : 200);
    const sent = await answerWith(upload.id);
    expect(sent).toMatchObject(required ? { ok: false, code: 'unscanned_attachment' } : { ok: true });
    await expect(api.app.get(ScanJob).run(ctx, { attachmentId: id })).rejects.toThrow('ECONNREFUSED');
    for (const attachmentId of [id, upload.id])
      expect(planned).toHaveBeenCalledWith(expect.anything(), scanAttachmentJob, { attachmentId }, expect.anything());

    await clamd.start();
    for (const attachmentId of [id, upload.id]) await api.app.get(ScanJob).run(ctx, { attachmentId });
    expect(await shown(id)).toMatchObject({ blocked: 'Test.Virus-1' });
    expect(await opened(id)).toEqual([403, 'infected']);
    const told = await waitFor(async () => {
      const { events } = await api.app.get(EventLog).read(ctx, null, 100, { types: ['attachment.fetched'] });
      return events.find(({ payload }) => (payload as { attachmentId: string }).attachmentId === id);
    });
    expect(told.ticketId).toBe(ticketId);
    // The reply was written before the virus was found: it stays here with its file.
    if (sent.ok) await expect(files().contentsOf(ctx, sent.message.id)).rejects.toThrow('"bill.txt" is blocked');
  });

  it('stay unscanned when they are too large for the scanner', async () => {
    clamd.maxBytes = 3;
    const id = await arrived(HARMLESS);
    await api.app.get(ScanJob).run(ctx, { attachmentId: id });
    expect(await opened(id)).toEqual(required ? [409, 'not_scanned_yet'] : [302, undefined]);
  });
});
