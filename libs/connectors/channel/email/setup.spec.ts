import { newDkimKey } from './dkim';
import { dkimCheck, mailSetup } from './setup';

const DOMAIN = 'shop.example';

describe('what a domain needs for its mail to be believed', () => {
  const zone: Record<string, string[][]> = {};
  let broken = false;
  beforeEach(() => {
    for (const name of Object.keys(zone)) delete zone[name];
    broken = false;
  });

  const resolve = (name: string): Promise<unknown> => {
    if (broken) return Promise.reject(Object.assign(new Error('down'), { code: 'ESERVFAIL' }));
    const records = zone[name];
    return records ? Promise.resolve(records) : Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
  };
  const states = async (options: Partial<Parameters<typeof mailSetup>[0]> = {}) => {
    const checks = await mailSetup({ domain: DOMAIN, smtpHost: 'mx.shop.example', dkim: null, resolve, ...options });
    return Object.fromEntries(checks.map(({ label, state }) => [label, state]));
  };

  it('names each record that is not there, and what to put', async () => {
    const checks = await mailSetup({ domain: DOMAIN, smtpHost: 'smtp.gmail.com', dkim: null, resolve });
    expect(checks.map(({ name, value, state, found }) => [name, value, state, found])).toEqual([
      [DOMAIN, 'v=spf1 include:_spf.google.com ~all', 'missing', null],
      [`<selector>._domainkey.${DOMAIN}`, null, 'unknown', null],
      [`_dmarc.${DOMAIN}`, 'v=DMARC1; p=none', 'missing', null],
    ]);
  });

  it('believes an SPF record only when it stands alone and names the service that sends', async () => {
    zone[DOMAIN] = [['google-site-verification=x'], ['v=spf1 ', 'include:_spf.google.com -all']];
    expect(await states({ smtpHost: 'smtp.gmail.com' })).toMatchObject({ SPF: 'ok' });
    expect(await states({ smtpHost: 'smtp.office365.com' })).toMatchObject({ SPF: 'missing' });
    zone[DOMAIN]?.push(['v=spf1 -all']);
    expect(await states({ smtpHost: 'smtp.gmail.com' })).toMatchObject({ SPF: 'missing' });
  });

  it('holds a DKIM record against the key, however it is cut and spaced', async () => {
    const dkim = { domain: DOMAIN, selector: 's1', ...(await newDkimKey(DOMAIN, 's1')) };
    const { name, value } = dkimCheck(dkim);
    expect(name).toBe(`s1._domainkey.${DOMAIN}`);
    expect(await states({ dkim })).toMatchObject({ DKIM: 'missing' });
    zone[name] = [(value ?? '').replace('; p=', ';p = ').match(/.{1,100}/g) ?? []];
    expect(await states({ dkim })).toMatchObject({ DKIM: 'ok' });
    zone[name] = [[dkimCheck({ ...dkim, ...(await newDkimKey(DOMAIN, 's1')) }).value ?? '']];
    expect(await states({ dkim })).toMatchObject({ DKIM: 'missing' });
  });

  it("takes the parent domain's DMARC policy for its own", async () => {
    zone[`_dmarc.${DOMAIN}`] = [['v=DMARC1; p=reject']];
    expect(await states({ domain: `mail.${DOMAIN}` })).toMatchObject({ DMARC: 'ok' });
  });

  it('says that it does not know when the name server fails', async () => {
    broken = true;
    expect(await states()).toEqual({ SPF: 'unknown', DKIM: 'unknown', DMARC: 'unknown' });
  });
});
