import fastifyMultipart from '@fastify/multipart';
import { ConnectionEntity } from '@satchel/connectors';
import { ApiKeyService, identityEntities, IdentityModule } from '@satchel/identity';
import { type Ctx, newId } from '@satchel/kernel';
import {
  makeCustomer,
  makeMessage,
  makePerson,
  makeTicket,
  makeWorkspace,
  type TestApp,
  testApp,
} from '@satchel/testing';
import request from 'supertest';
import { DeskModule } from '../desk.module';
import { MAX_UPLOAD_BYTES } from './attachment.limits';
import { AttachmentService } from './attachment.service';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('attachments over the API', () => {
  let api: TestApp;
  let shop: { key: string; ctx: Ctx };
  let other: { key: string; ctx: Ctx };
  const http = () => request(api.app.getHttpServer());
  const bearer = ({ key } = shop) => ({ authorization: `Bearer ${key}` });
  const upload = (content: Buffer | string, filename = 'photo.png', contentType = 'image/png') =>
    http().post('/api/v1/attachments').set(bearer()).attach('file', Buffer.from(content), { filename, contentType });
  const addressOf = async (id: string, query = ''): Promise<string> =>
    (await http().get(`/api/v1/attachments/${id}${query}`).set(bearer()).expect(302)).headers.location ?? '';
  /** As a browser does it: no key, no cookie, only the address. */
  const fetched = (path: string) =>
    http()
      .get(path)
      .buffer(true)
      .parse((answer, done) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => done(null, Buffer.concat(parts)));
      });

  async function workspaceWithKey() {
    const { id } = await makeWorkspace(api.db);
    const ctx = api.db.ctx(id, await makePerson(api.db, id, { role: 'admin' }));
    return { ctx, key: (await api.app.get(ApiKeyService).create(ctx, { name: 'Test' })).key };
  }

  beforeAll(async () => {
    api = await testApp({
      imports: [IdentityModule, DeskModule],
      entities: [...identityEntities, ConnectionEntity],
      before: (app) => void app.register(fastifyMultipart as never),
    });
    [shop, other] = [await workspaceWithKey(), await workspaceWithKey()];
  });
  afterAll(() => api?.close());

  it('come back byte for byte, under their name, to whoever was sent here', async () => {
    const { body } = await upload(PNG, 'Größe (1).png').expect(201);
    expect(body).toEqual({
      id: expect.any(String),
      filename: 'Größe (1).png',
      contentType: 'image/png',
      size: PNG.length,
      url: `/api/v1/attachments/${body.id}`,
      inline: false,
    });
    const path = await addressOf(body.id);
    expect(path).toMatch(/^\/files\//);
    const file = await fetched(path).expect(200);
    expect(PNG.equals(file.body)).toBe(true);
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'content-disposition': `inline; filename="Gr__e (1).png"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%281%29.png`,
      'x-content-type-options': 'nosniff',
    });
    expect(file.headers['content-security-policy']).toMatch(/default-src 'none';.*sandbox/);
    const saved = await fetched(await addressOf(body.id, '?download=1')).expect(200);
    expect(saved.headers['content-disposition']).toMatch(/^attachment; /);
    expect((await http().head(path).expect(200)).headers['content-length']).toBe(String(PNG.length));
  });

  it('are nobody else’s', async () => {
    const { id } = (await upload(PNG)).body;
    await http().get(`/api/v1/attachments/${id}`).expect(401);
    await http().get(`/api/v1/attachments/${id}`).set(bearer(other)).expect(404);
    await http().post(`/api/v1/attachments/${id}/retry`).set(bearer(other)).expect(404);
    await http().get(`/api/v1/attachments/${newId()}`).set(bearer()).expect(404);
  });

  it('open by an address of ours alone, for its file, its use and its time', async () => {
    const [mine, second] = [(await upload(PNG)).body.id, (await upload('other', 'a.txt')).body.id];
    const path = await addressOf(mine);
    const { searchParams } = new URL(path, 'http://x');
    const [e, s] = [searchParams.get('e') ?? '', searchParams.get('s') ?? ''];
    await fetched(path).expect(200);
    for (const forged of [
      `/files/${mine}`,
      `/files/${mine}?e=${e}`,
      `/files/${mine}?e=${e}&s=`,
      `/files/${mine}?e=${e}&s=${'0'.repeat(64)}`,
      `/files/${mine}?e=${Number(e) + 1}&s=${s}`,
      `/files/${mine}?e=${e}&s=${s}&d=1`,
      `/files/${second}?e=${e}&s=${s}`,
    ]) {
      const { body } = await http().get(forged);
      expect([forged, body.status, body.code]).toEqual([forged, 403, 'bad_signature']);
    }
    expect((await http().get(`/files/${mine}?e=${e}&s=${s}&s=${s}`)).status).toBe(400);
  });

  it('close their address after five minutes, with a word on what to do', async () => {
    const { id } = (await upload(PNG)).body;
    const path = await addressOf(id);
    api.clock.set(new Date(Date.now() + 4.9 * 60_000));
    await fetched(path).expect(200);
    api.clock.set(new Date(Date.now() + 5.1 * 60_000));
    const { body } = await http().get(path).expect(410);
    expect(body).toMatchObject({ code: 'address_expired', detail: expect.stringContaining('Open the file') });
    await fetched(await addressOf(id)).expect(200);
  });

  it('give an absolute address to vendors, for hours', async () => {
    const { id } = (await upload(PNG)).body;
    const ticket = await makeTicket(shop.ctx);
    const message = await makeMessage(shop.ctx, ticket.id, { direction: 'outbound' });
    await shop.ctx.query('update attachment set message_id = $2 where id = $1', [id, message.id]);
    const [file] = await api.app.get(AttachmentService).contentsOf(shop.ctx, message.id);
    expect(file).toMatchObject({ filename: 'photo.png', contentType: 'image/png', content: PNG });
    expect(file?.url).toMatch(/^http:\/\/localhost:3000\/files\//);
    api.clock.advance(3.9 * 3600_000);
    const path = (file?.url ?? '').replace('http://localhost:3000', '');
    await fetched(path).expect(200);
    api.clock.advance(0.2 * 3600_000);
    await http().get(path).expect(410);
  });

  it.each([
    ['a page', '<!DOCTYPE html><script>alert(document.domain)</script>', 'text/html'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'image/svg+xml'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100, 1)]), 'application/x-msdownload'],
  ])('never show %s that is called a picture', async (_, content, contentType) => {
    const { body } = await upload(content, 'photo.png', 'image/png').expect(201);
    expect(body.contentType).toBe(contentType);
    const { headers } = await fetched(await addressOf(body.id)).expect(200);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toMatch(/^attachment; /);
  });

  it('lose what their name says about folders', async () => {
    const { body } = await upload(PNG, '..\\..\\windows\\system32\\evil.png').expect(201);
    expect(body.filename).toBe('evil.png');
  });

  it('leave place and device at home when they are ours, and stay as they came from a customer', async () => {
    const words = Buffer.from('\0\0\0\x12tEXtLocation\0N 52 E 13', 'latin1');
    const told = Buffer.concat([PNG.subarray(0, 33), words, Buffer.alloc(4), PNG.subarray(33)]);
    const [mine, { id: customerId }] = [(await upload(told).expect(201)).body, await makeCustomer(shop.ctx)];
    expect(mine.size).toBe(PNG.length);
    expect(PNG.equals((await fetched(await addressOf(mine.id)).expect(200)).body)).toBe(true);
    const customer = shop.ctx.as({ kind: 'customer', id: customerId, name: 'Lena', role: null });
    const theirs = { filename: 'proof.png', contentType: 'image/png', content: told };
    const { id } = await api.app.get(AttachmentService).upload(customer, theirs);
    expect(told.equals((await fetched(await addressOf(id)).expect(200)).body)).toBe(true);
  });

  it('are refused in words when they are empty, too large or no upload', async () => {
    expect((await upload('').expect(422)).body).toMatchObject({ code: 'empty_file' });
    const large = await upload(Buffer.alloc(MAX_UPLOAD_BYTES + 1)).expect(413);
    expect(large.body).toMatchObject({ code: 'too_large', detail: expect.stringContaining('25 MB') });
    const json = await http().post('/api/v1/attachments').set(bearer()).send({ file: 'x' }).expect(415);
    expect(json.body).toMatchObject({ code: 'no_file', detail: expect.stringContaining('multipart/form-data') });
    await upload(Buffer.alloc(MAX_UPLOAD_BYTES)).expect(201);
  });

  it('give parts of themselves, as players ask for', async () => {
    const path = await addressOf((await upload('0123456789', 'digits.txt', 'text/plain')).body.id);
    const part = await fetched(path).set('range', 'bytes=2-4').expect(206);
    expect([String(part.body), part.headers['content-range']]).toEqual(['234', 'bytes 2-4/10']);
    const beyond = await http().get(path).set('range', 'bytes=10-').expect(416);
    expect(beyond.headers['content-range']).toBe('bytes */10');
  });

  it('say so when their bytes are gone', async () => {
    const { id } = (await upload(PNG, 'gone.png')).body;
    await shop.ctx.query(`update attachment set sha256 = repeat('0', 64) where id = $1`, [id]);
    expect(
      (
        await http()
          .get(await addressOf(id))
          .expect(404)
      ).body,
    ).toMatchObject({ code: 'file_gone' });
  });
});
