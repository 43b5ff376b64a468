import { makeWorkspace, testKernel, type TestKernel, waitFor } from '@satchel/testing';
import { EventLog, Secrets } from '@satchel/kernel';
import { MailServer } from '../channel/email/mail-server.fixture';
import { ConnectionEntity } from './connection.entity';
import { ConnectionService } from './connection.service';
import { ConnectorsModule } from '../connectors.module';
import { InboundEnvelopeEntity } from '../doorway/envelope.entity';

describe('connections', () => {
  let kernel: TestKernel;
  let connections: ConnectionService;
  let server: MailServer;
  let count = 0;

  beforeAll(async () => {
    server = await MailServer.start();
    kernel = await testKernel({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity, InboundEnvelopeEntity],
      config: { role: 'api' },
    });
    connections = kernel.moduleRef.get(ConnectionService);
  });
  afterAll(async () => {
    await kernel.close();
    await server.stop();
  });

  const credentials = () => ({
    smtpHost: '127.0.0.1',
    smtpPort: server.port,
    smtpUser: 'support',
    smtpPass: 'secret-pw',
  });
  const create = (changes: object = {}, ctx = kernel.ctx) =>
    connections.create(ctx, {
      connectorId: 'email',
      label: 'Support',
      address: `Support${++count}@Fernhill.example`,
      credentials: credentials(),
      ...changes,
    });

  it('never show their credentials, nor keep them readable', async () => {
    const made = await create();
    expect(
      JSON.stringify([made, await connections.list(kernel.ctx), await connections.get(kernel.ctx, made.id)]),
    ).not.toContain('secret-pw');
    const [row] = await kernel.ctx.query<{ secret: Buffer }>('select secret from connection where id = $1', [made.id]);
    expect(row?.secret.includes('secret-pw')).toBe(false);
    const opened = kernel.moduleRef.get(Secrets).open(row?.secret ?? Buffer.alloc(0));
    expect(JSON.parse(opened.toString())).toEqual(credentials());
  });

  it('are refused with each bad setting named', async () => {
    const refused = create({ credentials: { smtpPort: 'no number', smtpUser: 'x', colour: undefined } });
    await expect(refused).rejects.toMatchObject({ status: 422, errors: [{ field: 'credentials.colour' }] });
    await expect(create({ credentials: { smtpPort: 'no number' } })).rejects.toMatchObject({
      code: 'invalid_credentials',
      errors: expect.arrayContaining([
        expect.objectContaining({ field: 'credentials.smtpHost' }),
        expect.objectContaining({ field: 'credentials.smtpPort' }),
      ]),
    });
    await expect(create({ address: null })).rejects.toMatchObject({ errors: [{ field: 'address' }] });
    await expect(create({ connectorId: 'pigeon' })).rejects.toMatchObject({ code: 'unknown_connector' });
  });

  it('understand a form, which sends text and empty fields', async () => {
    const made = await create({
      credentials: {
        ...credentials(),
        smtpPort: String(server.port),
        smtpSecure: 'false',
        imapHost: '',
        fromName: ' Fernhill ',
      },
    });
    expect((await connections.check(kernel.ctx, made.id)).state).toBe('ok');
  });

  it('share no address, also not with another workspace', async () => {
    const made = await create();
    const other = await makeWorkspace(kernel.db);
    await expect(create({ address: made.address?.toUpperCase() }, other.ctx)).rejects.toMatchObject({
      code: 'address_taken',
      status: 409,
    });
    const free = await create();
    await expect(connections.update(kernel.ctx, free.id, { address: made.address })).rejects.toMatchObject({
      code: 'address_taken',
    });
  });

  it('belong to their workspace', async () => {
    const made = await create();
    const other = await makeWorkspace(kernel.db);
    await expect(connections.get(other.ctx, made.id)).rejects.toMatchObject({ code: 'connection_not_found' });
    await expect(connections.adapter(other.ctx, made.id, 'channel')).rejects.toMatchObject({ status: 404 });
    expect(await connections.list(other.ctx)).toEqual([]);
  });

  it('remember how the last check went, and tell when that changed', async () => {
    const made = await create();
    const cursor = await kernel.moduleRef.get(EventLog).head();
    expect(await connections.check(kernel.ctx, made.id)).toMatchObject({ state: 'ok', message: null });
    await connections.check(kernel.ctx, made.id);
    await connections.update(kernel.ctx, made.id, { credentials: { smtpPass: 'wrong' } });
    expect(await connections.check(kernel.ctx, made.id)).toMatchObject({
      state: 'failing',
      message: expect.stringContaining('sign-in'),
    });
    expect(await connections.get(kernel.ctx, made.id)).toMatchObject({ health: { state: 'failing' } });
    // The log shows what is older than every open transaction, other tests' included.
    const log = kernel.moduleRef.get(EventLog);
    const events = await waitFor(async () => {
      const told = await log.read(kernel.ctx, cursor, 50, { types: ['connection.health_changed'] });
      // What happened before may be seen after the cursor was taken.
      const own = told.events.filter(({ payload }) => (payload as { connectionId: string }).connectionId === made.id);
      return own.length >= 2 ? own : null;
    });
    expect(events.map((event) => (event.payload as { state: string }).state)).toEqual(['ok', 'failing']);
  });

  it('keep a secret that a change does not name', async () => {
    const made = await create();
    await connections.update(kernel.ctx, made.id, { label: 'Help', credentials: { fromName: 'Fernhill' } });
    expect(await connections.check(kernel.ctx, made.id)).toMatchObject({ state: 'ok' });
    expect(await connections.get(kernel.ctx, made.id)).toMatchObject({ label: 'Help' });
  });

  it('give the same living adapter until the settings change', async () => {
    const made = await create();
    const first = await connections.adapter(kernel.ctx, made.id, 'channel');
    await connections.check(kernel.ctx, made.id);
    expect(await connections.adapter(kernel.ctx, made.id, 'channel')).toBe(first);
    await connections.update(kernel.ctx, made.id, { label: 'Help' });
    expect(await connections.adapter(kernel.ctx, made.id, 'channel')).not.toBe(first);
  });

  it('give no adapter when switched off, of another kind, or removed', async () => {
    const made = await create();
    await expect(connections.adapter(kernel.ctx, made.id, 'commerce')).rejects.toMatchObject({
      code: 'wrong_connector_kind',
    });
    await connections.update(kernel.ctx, made.id, { enabled: false });
    await expect(connections.adapter(kernel.ctx, made.id, 'channel')).rejects.toMatchObject({
      code: 'connection_disabled',
    });
    expect((await connections.byKind(kernel.ctx, 'channel')).map(({ connection }) => connection.id)).not.toContain(
      made.id,
    );
    await connections.remove(kernel.ctx, made.id);
    await expect(connections.remove(kernel.ctx, made.id)).rejects.toMatchObject({ status: 404 });
  });
});
