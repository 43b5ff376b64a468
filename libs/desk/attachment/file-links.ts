import { timingSafeEqual } from 'node:crypto';
import { Clock, Config, Secrets } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { addressExpired, badSignature } from './attachment.errors';

/** Long enough to open what was just clicked on. */
const SECONDS = 5 * 60;
const PURPOSE = 'file address';

export interface FileAddress {
  /** Expiry in seconds since 1970. */
  e?: string;
  /** Signature over id, expiry and `d`. */
  s?: string;
  /** "1": offered for saving, never shown. */
  d?: string;
}

/** Addresses under which one file can be had for a while without signing in. */
@Injectable()
export class FileLinks {
  constructor(
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  path(id: string, options: { seconds?: number; download?: boolean } = {}): string {
    const expires = String(Math.ceil(this.clock.now().getTime() / 1000) + (options.seconds ?? SECONDS));
    const download = options.download ? '1' : '';
    return `/files/${id}?e=${expires}&s=${this.sign(id, expires, download)}${download && '&d=1'}`;
  }

  /** For whoever is not on this host. */
  url(id: string, options: { seconds?: number; download?: boolean } = {}): string {
    return this.config.publicUrl + this.path(id, options);
  }

  /** Throws unless we made this address and its time is not over. */
  check(id: string, { e = '', s = '', d = '' }: FileAddress): void {
    const expected = Buffer.from(this.sign(id, e, d));
    const given = Buffer.from(s);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw badSignature();
    if (Number(e) * 1000 <= this.clock.now().getTime()) throw addressExpired();
  }

  private sign(id: string, expires: string, download: string): string {
    return this.secrets.sign(PURPOSE, `${id}\n${expires}\n${download}`);
  }
}
