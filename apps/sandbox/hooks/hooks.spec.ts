import { Webhook } from 'standardwebhooks';
import { hookDoor } from '../testing/hook-door';
import { sandboxForTest } from '../testing/start';
import { API_SECRET } from './signatures';

describe('hooks', () => {
  let door: Awaited<ReturnType<typeof hookDoor>>;
  let twin: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => {
    door = await hookDoor();
    twin = await sandboxForTest({ hooks: { api: { url: `${door.url}/hooks/api` } } });
  });
  afterAll(async () => {
    await twin.stop();
    await door.stop();
  });
  beforeEach(() => void (door.calls.length = 0));

  it("posts another system's words signed as Standard Webhooks says, with one id over every retry", async () => {
    door.answers.push(500);
    const { json } = await twin.post('/__control/api/deliver', { body: { text: 'Grüße' } });
    expect(json).toMatchObject({ status: 200, attempts: 2, error: null });
    for (const { headers, body } of door.calls)
      expect(new Webhook(API_SECRET).verify(body.toString(), headers)).toEqual({ text: 'Grüße' });
    expect(door.calls[0]?.headers['webhook-id']).toBe(door.calls[1]?.headers['webhook-id']);
  });

  it('lists where it calls and how that went, outlives a reset, and stops when told', async () => {
    await twin.post('/__control/api/deliver', { body: {} });
    await twin.post('/__control/reset');
    const { hooks, deliveries } = (await twin.get('/__control/hooks')).json;
    expect(hooks).toEqual([{ vendor: 'api', url: `${door.url}/hooks/api`, secret: API_SECRET }]);
    expect(deliveries[0]).toMatchObject({ what: 'api', status: 200 });
    expect((await twin.call('DELETE', '/__control/hooks/api')).status).toBe(204);
    expect((await twin.post('/__control/api/deliver', { body: {} })).status).toBe(409);
    expect(door.calls).toHaveLength(1);
  });

  it('says what it does not understand', async () => {
    expect((await twin.post('/__control/hooks', { vendor: 'fax', url: door.url })).status).toBe(400);
    expect((await twin.post('/__control/faults', { vendor: 'openai', mode: 'forged' })).status).toBe(400);
    expect((await twin.post('/phone/+4915112345678/send', { network: 'fax' })).status).toBe(400);
    expect((await twin.post('/phone/+4915112345678/send', { network: 'sms', via: 'meta' })).status).toBe(400);
  });
});
