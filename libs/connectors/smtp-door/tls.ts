import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Config, ConfigError, type Log } from '@satchel/kernel';

export interface KeyPair {
  key: string;
  cert: string;
}

const YEARS_10 = '3650';

/**
 * What STARTTLS is offered with: the given certificate, else one that this installation signs itself at its first start.
 * Mail servers take any certificate (RFC 7435: some encryption is better than none). Null: none can be made here.
 */
export async function keyPairOf(config: Config, log: Log): Promise<KeyPair | null> {
  const { smtpTlsCert, smtpTlsKey } = config;
  if (smtpTlsCert && smtpTlsKey) return read(smtpTlsKey, smtpTlsCert);
  if (smtpTlsCert || smtpTlsKey) throw new ConfigError('SMTP_TLS_CERT and SMTP_TLS_KEY belong together: set both.');
  const folder = join(config.dataDir, 'smtp-tls');
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    if (!existsSync(key) || !existsSync(cert)) await selfSign(folder, key, cert);
    return await read(key, cert);
  } catch (error) {
    log.warn(
      { err: error },
      'the SMTP door offers no STARTTLS: openssl is needed to make a certificate, or set SMTP_TLS_CERT and SMTP_TLS_KEY',
    );
    return null;
  }
}

async function read(key: string, cert: string): Promise<KeyPair> {
  try {
    return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
  } catch (error) {
    throw new ConfigError(`The SMTP door's certificate cannot be read: ${(error as Error).message}.`);
  }
}

async function selfSign(folder: string, key: string, cert: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = hostname().replace(/[^a-zA-Z0-9.-]/g, '') || 'localhost';
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', YEARS_10];
  const files = [
    '-keyout',
    key,
    '-out',
    cert,
    '-subj',
    `/CN=${name.slice(0, 64)}`,
    '-addext',
    `subjectAltName=DNS:${name}`,
  ];
  await promisify(execFile)('openssl', ['req', ...kind, ...files], { timeout: 15_000 });
  await chmod(key, 0o600);
}
