import type { EventMap } from '@satchel/contracts';
import { testKernel, type TestKernel } from '@satchel/testing';
import { ConnectorsModule } from '../connectors.module';
import { ConnectionEntity } from './connection.entity';
import { ConnectionService } from './connection.service';
import { HealthService } from './health.service';
import { HealthWatch } from './health-watch.service';

const MINUTE = 60_000;

describe('a connection that fails without an error', () => {
  let kernel: TestKernel;
  let connections: ConnectionService;
  let listening: string;

  beforeAll(async () => {
    // An API server: no listener runs here, so nobody looks at the mailbox.
    kernel = await testKernel({
      imports: [ConnectorsModule],
      entities: [ConnectionEntity],
      runJobs: false,
      config: { role: 'api' },
    });
    connections = kernel.moduleRef.get(ConnectionService);
    const smtp = { smtpHost: '127.0.0.1', smtpPort: 25 };
    const imap = { imapHost: '127.0.0.1', imapPort: 143, imapUser: 'support', imapPass: 'secret-pw' };
    const make = async (address: string, credentials: Record<string, unknown>): Promise<string> =>
      (await connections.create(kernel.ctx, { connectorId: 'email', label: address, address, credentials })).id;
    listening = await make('support@fernhill.example', { ...smtp, ...imap });
    await make('forwarded@fernhill.example', smtp);
  });
  afterAll(() => kernel.close());

  /** From the table itself: the log shows only what is older than every open transaction, other tests' included. */
  const told = (): Promise<{ type: string; payload: EventMap['connection.alarm_raised'] }[]> =>
    kernel.ctx.query(
      `select type, payload from event where workspace_id = $1 and type like 'connection.alarm_%' order by seq`,
      [kernel.ctx.workspaceId],
    );
  const look = async (afterMinutes: number): Promise<void> => {
    kernel.clock.advance(afterMinutes * MINUTE);
    await kernel.moduleRef.get(HealthWatch).look();
  };

  it('is nobody’s trouble for ten minutes', async () => {
    await look(9);
    expect(await told()).toEqual([]);
  });

  it('is told once after ten minutes, and only where something is pulled', async () => {
    await look(2);
    await look(30);
    const events = await told();
    expect(events.map(({ type, payload }) => [type, payload.connectionId, payload.label])).toEqual([
      ['connection.alarm_raised', listening, 'support@fernhill.example'],
    ]);
    const { health } = await connections.get(kernel.ctx, listening);
    expect(health).toMatchObject({ state: 'failing', message: 'Nothing could be fetched for 10 minutes.' });
  });

  it('is over with the next good look, which is told too, and may begin again', async () => {
    const health = kernel.moduleRef.get(HealthService);
    await health.alive(kernel.ctx, listening);
    expect((await told()).map(({ type }) => type)).toEqual(['connection.alarm_raised', 'connection.alarm_cleared']);
    expect((await connections.get(kernel.ctx, listening)).health.state).toBe('ok');
    await look(9);
    await health.alive(kernel.ctx, listening);
    await look(9);
    expect(await told()).toHaveLength(2);
    await look(2);
    expect(await told()).toHaveLength(3);
    await health.alive(kernel.ctx, listening);
  });

  it('is not over because somebody proved the password by hand', async () => {
    await look(11);
    const before = (await told()).length;
    await kernel.moduleRef.get(HealthService).report(kernel.ctx, listening, null);
    await look(1);
    expect(await told()).toHaveLength(before);
    const [row] = await kernel.ctx.query<{ alarmed: boolean }>(
      'select alarmed_at is not null as alarmed from connection where id = $1',
      [listening],
    );
    expect(row?.alarmed).toBe(true);
  });

  it('says three days ahead that a credential ends, and goes on saying so after a good look', async () => {
    const adapter = await connections.adapter(kernel.ctx, listening, 'channel');
    await kernel.moduleRef.get(HealthService).alive(kernel.ctx, listening);
    adapter.expiresAt = () => new Date(kernel.clock.now().getTime() + 4 * 24 * 60 * MINUTE);
    await look(1);
    expect((await connections.get(kernel.ctx, listening)).health.state).toBe('ok');
    adapter.expiresAt = () => new Date(kernel.clock.now().getTime() + 2 * 24 * 60 * MINUTE);
    await look(1);
    await kernel.moduleRef.get(HealthService).alive(kernel.ctx, listening);
    const { health } = await connections.get(kernel.ctx, listening);
    expect(health.state).toBe('expiring');
    expect(health.message).toContain('connect it again');
  });
});
