import { authenticate } from 'mailauth';
import { sandboxForTest, smtpDoor } from '../testing/start';

const ANNA = 'anna.bergmann@example.com';

describe('the name service and the signatures of customers', () => {
  let door: Awaited<ReturnType<typeof smtpDoor>>;
  let box: Awaited<ReturnType<typeof sandboxForTest>>;
  beforeAll(async () => {
    door = await smtpDoor();
    box = await sandboxForTest({ targetSmtp: `127.0.0.1:${door.port}` });
  });
  afterAll(async () => {
    await box.stop();
    await door.stop();
  });
  beforeEach(() => void (door.mails.length = 0));

  const look = (name: string, type: string) => box.get(`/mail/dns?name=${name}&type=${type}`);

  /** As a receiver would judge the mail, with names looked up at the sandbox. */
  const verdict = async () => {
    const mail = door.mails.at(-1);
    const { spf, dkim, dmarc } = await authenticate(Buffer.from(mail?.raw ?? ''), {
      ip: '127.0.0.1',
      helo: 'mail.sandbox.example',
      sender: mail?.from,
      mta: 'test',
      resolver: async (name: string, type: string) => {
        const { status, json } = await look(name, type);
        if (status !== 200) throw Object.assign(new Error('not found'), { code: json.code });
        return json.records;
      },
    });
    const signed = (dkim as any).results.map((one: any) => one.status.result);
    return { spf: spf && spf.status.result, dkim: signed, dmarc: dmarc && dmarc.status.result };
  };

  it('answers as a resolver does', async () => {
    expect((await look('example.com', 'TXT')).json).toEqual({ records: [['v=spf1 ip4:127.0.0.1 ~all']] });
    expect((await look('_dmarc.elsewhere.example', 'TXT')).json).toEqual({ records: [['v=DMARC1; p=reject']] });
    expect((await look('example.com', 'mx')).json).toEqual({
      records: [{ exchange: 'mx.sandbox.example', priority: 10 }],
    });
    const [key] = (await look('sandbox._domainkey.example.com', 'TXT')).json.records;
    expect(key.join('')).toMatch(/^v=DKIM1; k=rsa; p=MII/);
    const unknown = await look('nobody.example', 'TXT');
    expect([unknown.status, unknown.json]).toEqual([404, { code: 'ENOTFOUND' }]);
  });

  it('lets a receiver believe a customer', async () => {
    await box.post(`/mail/${ANNA}/send`, {
      from: { name: 'Anna Bergmann' },
      subject: 'Größe der Jacke',
      text: 'Hällo,\n\nwo ist sie?',
      attachments: [{ filename: 'a.txt', content: Buffer.from('x'.repeat(3000)).toString('base64') }],
    });
    expect(await verdict()).toEqual({ spf: 'pass', dkim: ['pass'], dmarc: 'pass' });
  });

  it('lets a receiver see through a forged sender', async () => {
    await box.post(`/mail/${ANNA}/send`, { text: 'Refund me', forged: true });
    expect(await verdict()).toMatchObject({ dkim: ['none'], dmarc: 'fail' });
    await box.post('/mail/mallory@unknown.example/send', { text: 'It is me', from: { address: ANNA }, forged: true });
    expect(await verdict()).toMatchObject({ dkim: ['none'], dmarc: 'fail' });
  });

  it('says nothing for a domain that it does not know', async () => {
    await box.post('/mail/pat@unknown.example/send', { text: 'Hello' });
    expect(await verdict()).toMatchObject({ spf: 'none', dkim: ['none'], dmarc: 'none' });
  });
});
