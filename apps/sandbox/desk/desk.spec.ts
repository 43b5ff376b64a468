import { createHmac } from 'node:crypto';
import { Script } from 'node:vm';
import { sandboxForTest, smtpDoor } from '../testing/start';

describe("the customer's desk", () => {
  let door: Awaited<ReturnType<typeof smtpDoor>>;
  let desk: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => {
    door = await smtpDoor();
    desk = await sandboxForTest({ targetSmtp: `127.0.0.1:${door.port}`, now: () => new Date('2026-11-20T12:00:00Z') });
  });
  afterAll(async () => {
    await desk.stop();
    await door.stop();
  });

  it('is where the root leads, and loads nothing from elsewhere', async () => {
    const page = await desk.get('/');
    expect(page.text).toContain('Customer&rsquo;s desk');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.text).not.toMatch(/(src|href)="https?:/);
    const script = (await desk.get('/desk/desk.js')).text;
    expect(() => new Script(script)).not.toThrow();
    expect((await desk.get('/desk/desk.css')).headers.get('content-type')).toMatch('text/css');
  });

  it('lists people with the facts to check an answer by', async () => {
    const { support, people } = (await desk.get('/desk/people')).json;
    expect(support).toBe('support@fernhill.example');
    const anna = people.find((one: any) => one.name === 'Anna Bergmann');
    expect(anna.orders[0]).toMatchObject({
      name: '#1001',
      total: '288.80',
      shipments: [
        { trackingNumber: '1Z999AA10123456784', status: 'in_transit', estimatedDelivery: '2026-11-22T16:00:00.000Z' },
      ],
    });
    expect(people.find((one: any) => one.stranger).orders[0].email).toBe('anna.bergmann@example.com');
    expect(people.every((one: any) => one.prompts.length >= 3)).toBe(true);
  });

  it('knows the orders of an address that somebody types in, and none of a stranger', async () => {
    expect((await desk.get('/desk/people/Lukas.Novak@example.com')).json.orders).toHaveLength(2);
    expect((await desk.get('/desk/people/nobody@example.org')).json).toMatchObject({
      orders: [],
      role: 'Not a customer yet',
    });
  });

  it('tells a waiting page at once when a mailbox changes', async () => {
    const stop = new AbortController();
    const response = await fetch(`${desk.url}/desk/events`, { signal: stop.signal });
    const reader = response.body?.getReader();
    const read = async (want: string) => {
      let seen = '';
      while (!seen.includes(want)) seen += Buffer.from((await reader?.read())?.value ?? []).toString('utf8');
      return seen;
    };
    await read('retry:');
    await desk.post('/mail/anna.bergmann@example.com/send', { text: 'Hello?' });
    expect(await read('event: mail')).toContain('"address":"anna.bergmann@example.com"');
    stop.abort();
  });

  it('shows what is on a phone, and tells a waiting page of it', async () => {
    const anna = (await desk.get('/desk/people')).json.people.find((one: any) => one.name === 'Anna Bergmann');
    expect(anna.phone).toBe('+4915112345678');
    const threads = async () => (await desk.get(`/desk/people/${anna.email}/phone`)).json.threads;
    expect((await threads()).map((one: any) => [one.network, one.connected, one.openUntil])).toEqual([
      ['sms', false, null],
      ['whatsapp', false, null],
    ]);
    const stop = new AbortController();
    const response = await fetch(`${desk.url}/desk/events`, { signal: stop.signal });
    const reader = response.body?.getReader();
    const heard = async (want: string) => {
      let seen = '';
      while (!seen.includes(want)) seen += Buffer.from((await reader?.read())?.value ?? []).toString('utf8');
    };
    await heard('retry:');
    await desk.post(`/phone/${anna.phone}/send`, { network: 'whatsapp', via: 'twilio', text: 'Hi' });
    await heard('event: phone');
    stop.abort();
    const whatsapp = (await threads()).find((one: any) => one.via === 'twilio' && one.network === 'whatsapp');
    expect(whatsapp).toMatchObject({
      openUntil: '2026-11-21T12:00:00.000Z',
      messages: [{ text: 'Hi', status: 'sent' }],
    });
    await desk.post(`/phone/${anna.phone}/window`, { network: 'whatsapp', via: 'twilio' });
    expect((await threads()).some((one: any) => one.openUntil)).toBe(false);
  });

  it('has the chat on the shop page when it is told to, and vouches for who is signed in', async () => {
    expect((await desk.get('/shop')).text).not.toContain('<script');
    const chat = { scriptUrl: 'http://127.0.0.1:3000/widget.js', key: 'pk_"1', secret: 'shop-secret' };
    expect((await desk.post('/__control/widget', { ...chat, scriptUrl: 'javascript:x' })).status).toBe(400);
    expect((await desk.post('/__control/widget', chat)).json).toEqual({
      scriptUrl: chat.scriptUrl,
      key: chat.key,
      signs: true,
    });
    const visitor = await desk.get('/shop');
    expect(visitor.text).toContain('<script src="http://127.0.0.1:3000/widget.js" data-key="pk_&quot;1" async>');
    expect(visitor.headers.get('content-security-policy')).toContain("script-src 'self' http://127.0.0.1:3000;");
    const page = await desk.get('/shop?as=anna.bergmann@example.com');
    const [, token = '', head, claims = '', signature] =
      /data-identity="(([^.]+)\.([^.]+)\.([^"]+))"/.exec(page.text) ?? [];
    expect(token).not.toBe('');
    expect(signature).toBe(createHmac('sha256', 'shop-secret').update(`${head}.${claims}`).digest('base64url'));
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      sub: 'anna.bergmann@example.com',
      name: 'Anna Bergmann',
      exp: Date.parse('2026-11-20T13:00:00Z') / 1000,
    });
    await desk.post('/__control/widget', {});
    expect((await desk.get('/shop')).text).not.toContain('<script');
  });

  it('has a shop page that tells an order only to who knows its address', async () => {
    const look = async (email: string) => (await desk.get(`/shop?order=1001&email=${email}`)).text;
    expect(await look('anna.bergmann@example.com')).toContain('1Z999AA10123456784');
    expect(await look('robin.fox@elsewhere.example')).toContain('No order has this number and address');
    expect(await look('"><script>x</script>')).not.toContain('<script>x');
    expect((await desk.get('/shop')).text.match(/class="product"/g)).toHaveLength(15);
  });
});
