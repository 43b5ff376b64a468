import { testDatabase, testKernel, waitFor, type TestDatabase, type TestKernel } from '@satchel/testing';
import { hasDovecot, startDovecot, type Dovecot } from '../../testing/dovecot';
import { ConnectionEntity } from '../connection/connection.entity';
import { ConnectionService } from '../connection/connection.service';
import { ConnectorsModule } from '../connectors.module';
import { InboundEnvelopeEntity } from './envelope.entity';

const onDovecot = hasDovecot ? describe : describe.skip;
/** A change is noticed within three seconds; a slow machine may need more. */
const NOTICED = { timeoutMs: 15_000 };

onDovecot('listeners on a real Dovecot (install dovecot-imapd to run this)', () => {
  let server: Dovecot;
  let database: TestDatabase;
  let kernel: TestKernel;
  let connections: ConnectionService;

  const boot = (): Promise<TestKernel> =>
    testKernel({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity, InboundEnvelopeEntity],
      config: { host: '127.0.0.1', secret: 'one secret for every process of a cluster' },
      databaseUrl: database.url,
    });
  beforeAll(async () => {
    server = await startDovecot();
    database = await testDatabase();
    kernel = await boot();
    connections = kernel.moduleRef.get(ConnectionService);
  });
  afterAll(async () => {
    await kernel.close();
    await database.drop();
    await server.stop();
  });

  const mail = (id: string): string =>
    `Message-ID: <${id}@example.com>\r\nFrom: anna@example.com\r\nSubject: ${id}\r\n\r\nHello\r\n`;
  const stored = async (): Promise<string[]> =>
    (
      await kernel.db
        .system()
        .query<{ id: string }>('select external_id as id from inbound_envelope order by received_at, external_id')
    ).map(({ id }) => id);
  const health = async (id: string): Promise<string> => (await connections.get(kernel.ctx, id)).health.state;
  const credentials = (imapPass: string) => ({
    smtpHost: '127.0.0.1',
    smtpPort: 25,
    imapHost: server.host,
    imapPort: server.port,
    imapUser: server.user,
    imapPass,
  });
  let id: string;

  it('start by themselves for a new connection, and say when they are connected', async () => {
    ({ id } = await connections.create(kernel.ctx, {
      connectorId: 'email',
      label: 'Support',
      address: 'support@fernhill.example',
      credentials: credentials('secret-pw'),
    }));
    await server.deliver(mail('first'));
    await waitFor(async () => (await stored()).includes('first@example.com'), NOTICED);
    await waitFor(async () => (await health(id)) === 'ok', NOTICED);
  });

  it('run once in the cluster: a second process takes nothing twice and takes over when the first goes', async () => {
    const second = await boot();
    await server.deliver(mail('shared'));
    await waitFor(async () => (await stored()).includes('shared@example.com'), NOTICED);
    await kernel.close();
    await server.deliver(mail('taken over'));
    kernel = second;
    connections = kernel.moduleRef.get(ConnectionService);
    await waitFor(async () => (await stored()).includes('taken over@example.com'), NOTICED);
    expect(await stored()).toEqual(['first@example.com', 'shared@example.com', 'taken over@example.com']);
  });

  it('follow a change of the settings: a wrong password shows, the right one goes on where they were', async () => {
    const own = kernel.db.ctx(
      (await kernel.db.system().query<{ w: string }>('select workspace_id as w from connection'))[0]?.w ?? '',
      kernel.ctx.actor,
    );
    const stateOf = async (): Promise<string> => (await connections.get(own, id)).health.state;
    await connections.update(own, id, { credentials: { imapPass: 'wrong' } });
    await waitFor(async () => (await stateOf()) === 'failing', NOTICED);
    await server.deliver(mail('meanwhile'));
    await connections.update(own, id, { credentials: { imapPass: 'secret-pw' } });
    await waitFor(async () => (await stored()).includes('meanwhile@example.com'), NOTICED);
    await waitFor(async () => (await stateOf()) === 'ok', NOTICED);
  });

  it('end within a second with their process', async () => {
    const told = Date.now();
    await kernel.close();
    expect(Date.now() - told).toBeLessThan(2_000);
    kernel = await boot();
  });
});
