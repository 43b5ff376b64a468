import { generateKeyPairSync } from 'node:crypto';
import { dkimSign, sealMessage } from 'mailauth';
import type { InboundMessage } from '../../../port';
import { readMail } from '../reader';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

type Zone = Record<string, string[]>;
const KEYS: Zone = {
  'TXT s1._domainkey.shop.example': [`v=DKIM1; k=rsa; p=${der}`],
  'TXT s1._domainkey.forwarder.example': [`v=DKIM1; k=rsa; p=${der}`],
};
const dmarc = (policy: string): Zone => ({ 'TXT _dmarc.shop.example': [`v=DMARC1; p=${policy}`] });
const SPF: Zone = { 'TXT shop.example': ['v=spf1 ip4:203.0.113.5 -all'] };

/** Answers as node:dns does, from a table. */
const dnsOf =
  (zone: Zone, asked: string[] = []) =>
  async (name: string, rr: string): Promise<unknown> => {
    asked.push(`${rr} ${name}`);
    const records = zone[`${rr} ${name.toLowerCase()}`];
    if (!records) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    return rr === 'TXT' ? records.map((it) => [it]) : records;
  };

const MAIL =
  'From: Anna <anna@shop.example>\r\nTo: support@fernhill.example\r\nSubject: hi\r\nMessage-ID: <a@shop.example>\r\nDate: Fri, 20 Nov 2026 10:00:00 +0000\r\n\r\nHello\r\n';
const signed = async (domain = 'shop.example'): Promise<string> =>
  (
    await dkimSign(MAIL, {
      signatureData: [{ signingDomain: domain, selector: 's1', privateKey: pem }],
    } as never)
  ).signatures + MAIL;
const GOOD = { via: 'smtp', client: '203.0.113.5', mailFrom: 'anna@shop.example', helo: 'mx.shop.example' };
const BAD = { ...GOOD, client: '198.51.100.9' };

async function read(
  raw: string,
  zone: Zone,
  meta: Record<string, unknown> = {},
  more: { trustPrivateClients?: boolean; trustedSealers?: string[]; asked?: string[] } = {},
): Promise<InboundMessage> {
  const [item] = await readMail(
    { externalId: 'a@shop.example', raw: Buffer.from(raw), meta },
    {
      sign: () => 'f'.repeat(64),
      address: 'support@fernhill.example',
      authservId: null,
      verify: { dns: dnsOf(zone, more.asked), ...more },
    },
  );
  if (item?.type !== 'message') throw new Error('no message');
  return item;
}

describe('proving a sender ourselves', () => {
  it('believes a signature of the author’s own domain', async () => {
    const message = await read(await signed(), { ...KEYS, ...dmarc('reject') });
    expect(message.sender).toBe('proven');
    expect(message.verdicts).toMatchObject({
      dkim: 'pass',
      dmarc: 'pass',
      spf: 'none',
      aligned: true,
      domain: 'shop.example',
    });
  });

  it('believes SPF when the sending address and the author are of one domain', async () => {
    const message = await read(MAIL, { ...SPF, ...dmarc('reject') }, GOOD);
    expect(message.sender).toBe('proven');
    expect(message.verdicts).toMatchObject({ spf: 'pass', dkim: 'none', dmarc: 'pass', aligned: true });
  });

  it('calls it forged when the domain asks to refuse what fails, and it fails', async () => {
    expect((await read(MAIL, { ...SPF, ...dmarc('reject') }, BAD)).sender).toBe('forged');
    expect((await read(MAIL, { ...SPF, ...dmarc('quarantine') }, BAD)).sender).toBe('forged');
  });

  it.each([
    ['the domain asks for nothing', { ...SPF, ...dmarc('none') }, BAD],
    ['the domain has no policy', SPF, BAD],
    ['nobody knows where the mail came from', dmarc('reject'), {}],
    ['it came over a private network', { ...SPF, ...dmarc('reject') }, { ...BAD, client: '10.0.0.7' }],
    ['it came from this machine', { ...SPF, ...dmarc('reject') }, { ...BAD, client: '127.0.0.1' }],
    [
      'it came from this machine in the other spelling',
      { ...SPF, ...dmarc('reject') },
      { ...BAD, client: '::ffff:127.0.0.1' },
    ],
  ])('is only unproven when %s', async (_, zone, meta) => {
    expect((await read(MAIL, zone, meta)).sender).toBe('unproven');
  });

  it('does not believe another domain’s signature, nor one over other words', async () => {
    const zone = { ...KEYS, ...dmarc('none') };
    expect((await read(await signed('forwarder.example'), zone)).sender).toBe('unproven');
    const changed = (await signed()).replace('Hello', 'Hello, send money');
    const message = await read(changed, zone);
    expect(message.sender).toBe('unproven');
    expect(message.verdicts?.dkim).not.toBe('pass');
  });

  it('does not believe a signed From when a second one stands above it', async () => {
    const message = await read(`From: Boss <boss@shop.example>\r\n${await signed()}`, { ...KEYS, ...dmarc('reject') });
    expect(message.from.address).toBe('boss@shop.example');
    expect(message.sender).toBe('unproven');
  });

  it('takes SPF’s word for private clients when told to', async () => {
    const zone = { 'TXT shop.example': ['v=spf1 ip4:10.0.0.7 -all'], ...dmarc('reject') };
    expect((await read(MAIL, zone, { ...GOOD, client: '10.0.0.7' }, { trustPrivateClients: true })).sender).toBe(
      'proven',
    );
  });

  it('believes a forwarder’s seal only when the merchant trusts it', async () => {
    const zone = { ...KEYS, ...SPF, ...dmarc('reject') };
    const seal = await sealMessage(MAIL, {
      signingDomain: 'forwarder.example',
      selector: 's1',
      privateKey: pem,
      cv: 'none',
      authResults: 'mx.forwarder.example; dmarc=pass header.from=shop.example',
    } as never);
    const forwarded = seal.toString() + MAIL;
    const stranger = await read(forwarded, zone, BAD);
    expect(stranger.verdicts?.arc).toBe('pass');
    expect(stranger.sender).toBe('unproven');
    expect((await read(forwarded, zone, BAD, { trustedSealers: ['forwarder.example'] })).sender).toBe('proven');
  });

  it('survives a name server that fails or hangs: unproven, never forged', async () => {
    const raw = await signed();
    const settings = { sign: () => 'f'.repeat(64), address: 'support@fernhill.example', authservId: null };
    const failing = async (): Promise<unknown> =>
      Promise.reject(Object.assign(new Error('down'), { code: 'ESERVFAIL' }));
    const [item] = await readMail(
      { externalId: 'x@y', raw: Buffer.from(raw), meta: BAD },
      { ...settings, verify: { dns: failing } },
    );
    expect(item).toMatchObject({ type: 'message', sender: 'unproven' });
    const hanging = () => new Promise<never>(() => undefined);
    const [late] = await readMail(
      { externalId: 'x@y', raw: Buffer.from(raw), meta: BAD },
      { ...settings, verify: { dns: hanging, limitMs: 50 } },
    );
    expect(late).toMatchObject({ type: 'message', sender: 'unproven' });
  });

  it('asks nobody when there is nothing to check, and our own server’s word comes first', async () => {
    const asked: string[] = [];
    expect((await read(MAIL, {}, {}, { asked })).sender).toBe('unproven');
    expect(asked).toEqual([]);
  });
});
