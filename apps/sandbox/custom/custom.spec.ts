import { sandboxForTest } from '../testing/start';

describe('the club', () => {
  let club: Awaited<ReturnType<typeof sandboxForTest>>;
  const token = { authorization: 'Bearer sandbox-custom-token' };
  beforeAll(async () => (club = await sandboxForTest()));
  afterAll(() => club.stop());
  beforeEach(() => club.post('/__control/reset'));

  const member = async () =>
    (await club.get('/custom/members?email=Anna.Bergmann@example.com', token)).json.members[0] as { id: string };
  const effects = async () =>
    (await club.get('/__control/effects')).json.effects.filter((one: any) => one.kind === 'store_credit');

  it('knows its members by mail address, and its token', async () => {
    expect(await member()).toMatchObject({ email: 'anna.bergmann@example.com', tier: expect.any(String) });
    expect((await club.get('/custom/members?email=nobody@example.com', token)).json).toEqual({ members: [] });
    expect((await club.get('/custom/members?email=x', token)).status).toBe(422);
    expect((await club.get('/custom/status')).status).toBe(401);
    expect((await club.get('/custom/openapi.json')).json.openapi).toBe('3.1.0');
  });

  it('grants credit, a second time when it is asked twice, and tells by which name', async () => {
    const { id } = await member();
    const grant = (body: object) =>
      club.post(`/custom/members/${id}/credits`, body, { ...token, 'idempotency-key': 'run-1' });
    await grant({ amount: 500, reason: 'late' });
    await grant({ amount: 500, reason: 'late' });
    expect(await effects()).toMatchObject([
      { amount: 500, key: 'run-1' },
      { amount: 500, key: 'run-1' },
    ]);
    const { json } = await club.get(`/custom/members/${id}/credits`, token);
    expect(json).toMatchObject({ balance: 1_000, currency: 'EUR', credits: [{ reference: 'run-1' }, { amount: 500 }] });
    expect((await grant({ amount: 50_001, reason: 'late' })).status).toBe(422);
    expect((await club.post('/custom/members/1/credits', {}, token)).status).toBe(404);
  });

  it('says yes and does nothing when it is told to', async () => {
    const { id } = await member();
    await club.post('/__control/faults', { vendor: 'custom', mode: 'no_effect' });
    const { status } = await club.post(`/custom/members/${id}/credits`, { amount: 1, reason: 'x' }, token);
    expect(status).toBe(201);
    expect(await effects()).toEqual([]);
  });

  it('speaks MCP to who has the token', async () => {
    const hello = {
      ...{ jsonrpc: '2.0', id: 1, method: 'initialize' },
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'a test', version: '1' } },
    };
    const accept = { accept: 'application/json, text/event-stream' };
    expect((await club.post('/mcp-tools/mcp', hello, accept)).status).toBe(401);
    const { status, text, headers } = await club.post('/mcp-tools/mcp', hello, { ...accept, ...token });
    expect([status, headers.get('mcp-session-id')]).toEqual([200, expect.any(String)]);
    expect(text).toContain('Fernhill Club');
  });
});
