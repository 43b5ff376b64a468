import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secrets } from '../secrets/secrets';
import { Config } from './config';

describe('the configuration', () => {
  it('needs nothing: a fresh checkout is a demo on the embedded database', () => {
    const config = Config.fromEnv({});
    expect(config).toMatchObject({
      port: 3000,
      smtpInPort: 2525,
      sandboxPort: 3001,
      sandboxSmtpPort: 2526,
      role: 'all',
    });
    expect([config.demo, config.databaseUrl, config.publicUrl]).toEqual([true, null, 'http://localhost:3000']);
    expect(config.sandboxUrl).toBe('http://127.0.0.1:3001');
  });

  it('is no demo on a database of somebody, unless told so', () => {
    const DATABASE_URL = 'postgres://satchel@db/satchel';
    expect(Config.fromEnv({ DATABASE_URL }).demo).toBe(false);
    expect(Config.fromEnv({ DATABASE_URL, SATCHEL_DEMO: '1' }).demo).toBe(true);
    expect(Config.fromEnv({ SATCHEL_DEMO: '0' }).demo).toBe(false);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT takes a port number from 0 (any free one) to 65535, but it is "http".'],
    [{ PORT: '70000' }, 'PORT takes a port number from 0 (any free one) to 65535, but it is "70000".'],
    [{ ROLE: 'both' }, 'ROLE takes all, api or worker, but it is "both".'],
    [{ SATCHEL_DEMO: 'maybe' }, 'SATCHEL_DEMO takes 1 or 0, but it is "maybe".'],
    [
      { DATABASE_URL: 'mysql://x' },
      'DATABASE_URL takes an address such as postgres://user:password@host:5432/database, but it is "mysql://x".',
    ],
    [{ SATCHEL_SECRET: 'short' }, 'SATCHEL_SECRET takes at least 32 characters, but it is something else (not shown).'],
    [{ PUBLIC_URL: 'desk' }, 'PUBLIC_URL takes an http(s) address, but it is "desk".'],
  ])('refuses %j in one sentence', (env, message) => {
    expect(() => Config.fromEnv(env)).toThrow(expect.objectContaining({ name: 'ConfigError', message }));
  });

  it('takes the settings of an S3 storage all together or not at all', () => {
    const all = {
      S3_ENDPOINT: 'http://minio:9000',
      S3_REGION: 'eu-central-1',
      S3_BUCKET: 'satchel',
      S3_ACCESS_KEY_ID: 'key-id',
      S3_SECRET_ACCESS_KEY: 'key-secret',
    };
    expect(Config.fromEnv({}).s3).toBeNull();
    expect(Config.fromEnv({ ...all, S3_FORCE_PATH_STYLE: '1' }).s3).toEqual({
      endpoint: 'http://minio:9000',
      region: 'eu-central-1',
      bucket: 'satchel',
      accessKeyId: 'key-id',
      secretAccessKey: 'key-secret',
      forcePathStyle: true,
    });
    for (const left of Object.keys(all)) {
      expect(() => Config.fromEnv({ ...all, [left]: '' })).toThrow(`${left} is missing: give all of S3_ENDPOINT`);
    }
    expect(() => Config.fromEnv({ S3_BUCKET: 'satchel' })).toThrow('S3_SECRET_ACCESS_KEY are missing');
  });

  it('knows a virus scanner by its host or its socket, and requires none that it does not know', () => {
    expect(Config.fromEnv({}).clamd).toBeNull();
    const scanner = { host: 'clamav', port: 3310, socket: null, required: false };
    expect(Config.fromEnv({ CLAMD_HOST: 'clamav' }).clamd).toEqual(scanner);
    expect(Config.fromEnv({ CLAMD_SOCKET: '/run/clamd.ctl', CLAMD_REQUIRED: '1' }).clamd).toMatchObject({
      socket: '/run/clamd.ctl',
      required: true,
    });
    expect(() => Config.fromEnv({ CLAMD_REQUIRED: '1' })).toThrow('give CLAMD_HOST or CLAMD_SOCKET');
    expect(() => Config.fromEnv({ CLAMD_HOST: 'a b' })).toThrow('CLAMD_HOST takes');
    expect(() => Config.fromEnv({ CLAMD_SOCKET: 'clamd.ctl' })).toThrow('CLAMD_SOCKET takes');
  });

  it('takes an empty variable for unset, and changes only in copies', () => {
    const config = Config.fromEnv({ PORT: ' ', OPENAI_API_KEY: '' });
    expect([config.port, config.openaiApiKey]).toEqual([3000, null]);
    expect(config.with({ port: 4000 }).publicUrl).toBe('http://localhost:4000');
    expect(config.port).toBe(3000);
  });

  it('keeps a generated secret in the data folder, for its owner alone', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'satchel-config-'));
    const first = new Config().with({ dataDir });
    const file = join(dataDir, 'secret.key');
    expect(first.masterKey).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(new Config().with({ dataDir }).masterKey).toEqual(first.masterKey);
    expect(new Config().with({ dataDir, secret: 's'.repeat(32) }).masterKey).not.toEqual(first.masterKey);
    rmSync(dataDir, { recursive: true });
  });
});

describe('secrets', () => {
  const secrets = new Secrets({ masterKey: Buffer.alloc(32, 7) });

  it('open what they sealed, and nothing that was changed or sealed under another key', () => {
    const sealed = secrets.seal('shpat_secret');
    expect(secrets.open(sealed).toString()).toBe('shpat_secret');
    expect(sealed.includes('shpat_secret')).toBe(false);
    expect(secrets.seal('shpat_secret').equals(sealed)).toBe(false);
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => secrets.open(changed)).toThrow('cannot be opened');
    }
    expect(() => new Secrets({ masterKey: Buffer.alloc(32, 8) }).open(sealed)).toThrow('cannot be opened');
    expect(() => secrets.open(Buffer.alloc(3))).toThrow('cannot be opened');
  });

  it('sign per purpose', () => {
    expect(secrets.sign('mail', 'x')).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets.sign('mail', 'x')).toBe(secrets.sign('mail', 'x'));
    expect(secrets.sign('mail', 'x')).not.toBe(secrets.sign('hook', 'x'));
  });
});
