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

  it('has a shop page that tells an order only to who knows its address', async () => {
    const look = async (email: string) => (await desk.get(`/shop?order=1001&email=${email}`)).text;
    expect(await look('anna.bergmann@example.com')).toContain('1Z999AA10123456784');
    expect(await look('robin.fox@elsewhere.example')).toContain('No order has this number and address');
    expect(await look('"><script>x</script>')).not.toContain('<script>x');
    expect((await desk.get('/shop')).text.match(/class="product"/g)).toHaveLength(15);
  });
});
