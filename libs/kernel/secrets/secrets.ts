import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Config } from '../config/config';
import { AppError } from '../errors/app-error';

/** First byte of a sealed value: AES-256-GCM, 12-byte nonce, 16-byte tag, under the key derived for sealing. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what must be read again (credentials) and signs what must come back unforged (ids in mail). */
@Injectable()
export class Secrets {
  private readonly master: Buffer;
  private readonly keys = new Map<string, Buffer>();

  constructor(@Inject(Config) config: Pick<Config, 'masterKey'>) {
    this.master = config.masterKey;
  }

  seal(plain: string | Buffer): Buffer {
    const header = Buffer.from([VERSION]);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key('seal'), nonce).setAAD(header);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([header, nonce, cipher.getAuthTag(), body]);
  }

  open(sealed: Buffer): Buffer {
    const body = 1 + NONCE_BYTES + TAG_BYTES;
    if (sealed.length < body || sealed[0] !== VERSION) throw unreadable();
    const decipher = createDecipheriv('aes-256-gcm', this.key('seal'), sealed.subarray(1, 1 + NONCE_BYTES))
      .setAAD(sealed.subarray(0, 1))
      .setAuthTag(sealed.subarray(1 + NONCE_BYTES, body));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(body)), decipher.final()]);
    } catch (error) {
      throw unreadable(error);
    }
  }

  /** Hex HMAC-SHA256 under a key of its own per purpose, so that a signature never serves another use. */
  sign(purpose: string, text: string): string {
    return createHmac('sha256', this.key(`sign:${purpose}`))
      .update(text)
      .digest('hex');
  }

  private key(purpose: string): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.master, 'satchel', purpose, 32));
    this.keys.set(purpose, key);
    return key;
  }
}

function unreadable(cause?: unknown): AppError {
  return new AppError(
    'sealed_value_unreadable',
    500,
    'A sealed value cannot be opened: it was sealed under another SATCHEL_SECRET, or it is damaged.',
    { retryable: false, cause },
  );
}
