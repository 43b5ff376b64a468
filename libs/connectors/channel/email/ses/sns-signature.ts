import { type KeyObject, verify, X509Certificate } from 'node:crypto';
import type { ConnectorDeps } from '../../../port';
import { ask, refusalOf } from '../../../vendor/vendor-http';
import { isCertificateAddress, signedText, type SnsMessage } from './sns-message';

/** SNS tries for an hour at most; an older message is somebody else's find. */
const MAX_AGE_MS = 12 * 60 * 60_000;
/** A region has one certificate at a time. */
const MAX_KEYS = 8;
const DIGESTS: Record<string, string> = { '1': 'RSA-SHA1', '2': 'RSA-SHA256' };

/** Holds messages against the certificates of Amazon SNS, each of which is fetched once. */
export class SnsSignature {
  private readonly keys = new Map<string, Promise<KeyObject>>();

  constructor(private readonly deps: Pick<ConnectorDeps, 'fetch' | 'now'>) {}

  /** Null when the message is genuine, else why not. Throws when the certificate cannot be had just now. */
  async problem(message: SnsMessage): Promise<string | null> {
    const url = message.field('SigningCertURL');
    if (!isCertificateAddress(url)) return 'The certificate of the call does not lie at Amazon SNS.';
    const digest = DIGESTS[message.field('SignatureVersion') ?? ''];
    const signature = Buffer.from(message.field('Signature') ?? '', 'base64');
    if (!digest || signature.length === 0) return 'The call carries no signature of a kind that we know.';
    const isGood = verify(digest, Buffer.from(signedText(message), 'utf8'), await this.key(url), signature);
    if (!isGood) return 'The signature of the call is not that of Amazon SNS.';
    const age = Math.abs(this.deps.now().getTime() - Date.parse(message.field('Timestamp') ?? ''));
    return age <= MAX_AGE_MS ? null : 'The call is too old.';
  }

  private key(url: string): Promise<KeyObject> {
    const known = this.keys.get(url);
    if (known) return known;
    if (this.keys.size >= MAX_KEYS) this.keys.clear();
    const fetched = this.fetchKey(url);
    this.keys.set(url, fetched);
    fetched.catch(() => this.keys.delete(url));
    return fetched;
  }

  private async fetchKey(url: string): Promise<KeyObject> {
    const response = await ask(this.deps, 'Amazon SNS', url, {});
    const refusal = refusalOf('Amazon SNS', response, this.deps.now());
    if (refusal) throw refusal;
    return new X509Certificate(await response.text()).publicKey;
  }
}
