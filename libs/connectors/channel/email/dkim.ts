import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { promisify } from 'node:util';
import DKIM from 'nodemailer/lib/dkim';
import { ConnectorError } from '../../port';

export interface DkimKey {
  domain: string;
  selector: string;
  /** PEM. */
  privateKey: string;
}

/** RFC 8301 3.2: verifiers take no shorter ones. */
const MIN_BITS = 1024;
const NEW_BITS = 2048;
/** One string of a TXT record holds no more (RFC 1035 3.3). */
const TXT_STRING = 255;
/** Beside the usual ones, the marks whose change would change what a program does with the mail. */
const SIGNED_FIELDS =
  'From:Reply-To:To:Cc:Subject:Date:Message-ID:In-Reply-To:References:MIME-Version:Content-Type:' +
  'Content-Transfer-Encoding:Auto-Submitted:Precedence:Thread-Topic:Thread-Index';

/** The key of a mailbox, or null when it has none; throws `rejected` for one that would sign in vain. */
export function dkimKeyOf(
  credentials: { dkimDomain?: string; dkimSelector?: string; dkimPrivateKey?: string },
  addressDomain: string,
): DkimKey | null {
  const { dkimDomain, dkimSelector, dkimPrivateKey } = credentials;
  if (!dkimDomain && !dkimSelector && !dkimPrivateKey) return null;
  if (!dkimDomain || !dkimSelector || !dkimPrivateKey)
    throw new ConnectorError('rejected', 'DKIM needs a domain, a selector and a private key.');
  const domain = ascii(dkimDomain);
  if (!isAligned(domain, ascii(addressDomain))) {
    throw new ConnectorError(
      'rejected',
      `A DKIM signature of ${dkimDomain} proves nothing about mail from ${addressDomain}: the domains have to be the same, or one a part of the other.`,
    );
  }
  return { domain, selector: dkimSelector, privateKey: readKey(dkimPrivateKey) };
}

/** The mail with its signature on top. The bytes must go out as they are: CRLF, nothing added, nothing folded anew. */
export async function signMail(mail: Buffer, key: DkimKey): Promise<Buffer> {
  const signer = new DKIM({
    domainName: key.domain,
    keySelector: key.selector,
    privateKey: key.privateKey,
    headerFieldNames: SIGNED_FIELDS,
  });
  const chunks: Buffer[] = [];
  for await (const chunk of signer.sign(mail)) chunks.push(chunk as Buffer);
  const signed = Buffer.concat(chunks);
  // The signer passes a mail on unsigned when its key fails.
  if (signed.length <= mail.length) throw new ConnectorError('rejected', 'The DKIM key could not sign the mail.');
  return signed;
}

/** A new key, and the DNS record that makes it known. */
export async function newDkimKey(
  domain: string,
  selector: string,
): Promise<{ privateKey: string; record: { name: string; value: string; strings: string[] } }> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: NEW_BITS });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    record: { name: `${selector}._domainkey.${ascii(domain)}`, ...dkimRecord(publicKey) },
  };
}

/** Never the one in use: mails on their way are still checked against its record. */
export function nextSelector(now: Date, inUse: string | undefined): string {
  const selector = `satchel${now.toISOString().slice(0, 10).replace(/-/g, '')}`;
  const again = inUse?.startsWith(selector) ? Number(inUse.slice(selector.length + 1) || '1') + 1 : 0;
  return again ? `${selector}-${again}` : selector;
}

/** The TXT record of a key (RFC 6376 3.6.1), from its public or its private half; `strings` for servers that want it cut. */
export function dkimRecord(key: string | KeyObject): { value: string; strings: string[] } {
  const publicKey = typeof key !== 'string' ? key : createPublicKey(key);
  const value = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
  return { value, strings: value.match(new RegExp(`.{1,${TXT_STRING}}`, 'g')) ?? [] };
}

/** As DMARC's relaxed alignment has it, as far as that can be told without a list of public suffixes. */
function isAligned(domain: string, addressDomain: string): boolean {
  if (!domain.includes('.')) return false;
  return domain === addressDomain || addressDomain.endsWith(`.${domain}`) || domain.endsWith(`.${addressDomain}`);
}

/** A form field of one line takes the line breaks out of a PEM; they are put back. */
function readKey(text: string): string {
  const [, kind = 'PRIVATE KEY', body = text] =
    /-----BEGIN ((?:RSA )?PRIVATE KEY)-----([\s\S]*?)-----END/.exec(text.replace(/\\n/g, '\n')) ?? [];
  const lines = body.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
  const pem = `-----BEGIN ${kind}-----\n${lines.join('\n')}\n-----END ${kind}-----\n`;
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new ConnectorError('rejected', 'The DKIM private key cannot be read: an RSA key as PEM text is needed.', {
      cause,
    });
  }
  if (key.asymmetricKeyType !== 'rsa')
    throw new ConnectorError('rejected', 'The DKIM private key has to be an RSA key.');
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_BITS)
    throw new ConnectorError('rejected', `The DKIM key is too short: no receiver believes less than ${MIN_BITS} bits.`);
  return pem;
}

const ascii = (domain: string): string =>
  domainToASCII(domain.trim().replace(/\.$/, '')) || domain.trim().toLowerCase();
