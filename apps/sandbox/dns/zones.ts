import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

const SELECTOR = 'sandbox';
const MAIL_HOST = 'mx.sandbox.example';
/** Longer texts stand in a TXT record as several strings. */
const TXT_STRING = 255;

const makeKeys = promisify(generateKeyPair);

/** What resolvers return: lists of strings for TXT, exchanges for MX, addresses for A. */
export type Records = string[][] | { exchange: string; priority: number }[] | string[];

/** The name service of the customers' mail domains, and the key that their mail servers sign with. */
export class Zones {
  private keys: Promise<{ publicKey: KeyObject; privateKey: KeyObject }> | null = null;

  constructor(private readonly domains: ReadonlySet<string>) {}

  knows(domain: string): boolean {
    return this.domains.has(domain.toLowerCase());
  }

  /** Null: there is no such name, or nothing of this type. */
  async look(name: string, type: string): Promise<Records | null> {
    const asked = name.toLowerCase().replace(/\.$/, '');
    if (asked === MAIL_HOST) return type === 'A' ? ['127.0.0.1'] : null;
    const [, prefix = '', domain = ''] = /^(_dmarc\.|sandbox\._domainkey\.)?(.+)$/.exec(asked) ?? [];
    if (!this.knows(domain)) return null;
    if (prefix === '' && type === 'A') return ['127.0.0.1'];
    if (prefix === '' && type === 'MX') return [{ exchange: MAIL_HOST, priority: 10 }];
    if (type !== 'TXT') return null;
    if (prefix === '') return [['v=spf1 ip4:127.0.0.1 ~all']];
    if (prefix === '_dmarc.') return [['v=DMARC1; p=reject']];
    const text = `v=DKIM1; k=rsa; p=${await this.publicKey()}`;
    return [text.match(new RegExp(`.{1,${TXT_STRING}}`, 'g')) ?? []];
  }

  /** The mail with the signature of its sender's domain in front. */
  async sign(raw: Buffer, domain: string): Promise<Buffer> {
    const { default: DKIM } = await import('nodemailer/lib/dkim');
    const { privateKey } = await this.pair();
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const signed = new DKIM({ domainName: domain, keySelector: SELECTOR, privateKey: pem }).sign(raw);
    const chunks: Buffer[] = [];
    for await (const chunk of signed) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  private async publicKey(): Promise<string> {
    const { publicKey } = await this.pair();
    return publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  }

  /** Made when first needed: a sandbox that carries no mail does not pay for it. */
  private pair() {
    this.keys ??= makeKeys('rsa', { modulusLength: 2048 });
    return this.keys;
  }
}
