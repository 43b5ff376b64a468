import 'reflect-metadata';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
} from 'class-validator';
import { resolve } from 'node:path';
import { type ClamdSettings, clamdSettingsOf } from './clamd-settings';
import { ConfigError } from './config-error';
import { Env, envFieldsOf } from './env';
import { masterKeyOf } from './master-key';
import { type S3Settings, s3SettingsOf } from './s3-settings';

const URL_RULE = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };
const PORT_RULE = 'a port number from 0 (any free one) to 65535';

function Port(): PropertyDecorator {
  return (target, name) => {
    for (const rule of [IsInt(), Min(0), Max(65_535)]) rule(target, name);
  };
}

export type Role = 'all' | 'api' | 'worker';
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

type Derived = 'with' | 'masterKey' | 'demo' | 'publicUrl' | 'sandboxUrl' | 'runsJobs' | 'servesHttp' | 's3' | 'clamd';
export type Settings = Omit<Config, Derived>;

/** Every setting, read from the environment once at boot and checked. Nothing else reads `process.env`. */
export class Config {
  @Env('PORT', 'number', PORT_RULE)
  @Port()
  port = 3000;

  @Env('HOST', 'text', 'an address to listen on, such as 127.0.0.1')
  @IsString()
  @MinLength(1)
  host = '0.0.0.0';

  /** What people type to reach this installation; links in mail and webhooks start with it. */
  @Env('PUBLIC_URL', 'text', 'an http(s) address')
  @IsOptional()
  @IsUrl(URL_RULE)
  publicUrlGiven: string | null = null;

  @Env('SATCHEL_DATA_DIR', 'text', 'a folder')
  @IsString()
  @MinLength(1)
  dataDir = '.data';

  /** Null: the embedded PostgreSQL. */
  @Env('DATABASE_URL', 'text', 'an address such as postgres://user:password@host:5432/database')
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//)
  databaseUrl: string | null = null;

  @Env('DATABASE_POOL', 'number', 'a number of connections from 2 to 200')
  @IsInt()
  @Min(2)
  @Max(200)
  databasePool = 12;

  @Env('REDIS_URL', 'text', 'an address such as redis://host:6379')
  @IsOptional()
  @Matches(/^rediss?:\/\//)
  redisUrl: string | null = null;

  @Env('ROLE', 'text', 'all, api or worker')
  @IsIn(['all', 'api', 'worker'])
  role: Role = 'all';

  @Env('JOB_CONCURRENCY', 'number', 'a number of jobs at a time from 1 to 100')
  @IsInt()
  @Min(1)
  @Max(100)
  jobConcurrency = 8;

  @Env('LOG_LEVEL', 'text', 'fatal, error, warn, info, debug, trace or silent')
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  logLevel: LogLevel = 'info';

  @Env('SATCHEL_DEMO', 'flag', '1 or 0')
  @IsOptional()
  @IsBoolean()
  demoGiven: boolean | null = null;

  /** Seals credentials and signs ids. Null: one is generated into the data folder. */
  @Env('SATCHEL_SECRET', 'secret', 'at least 32 characters')
  @IsOptional()
  @MinLength(32)
  secret: string | null = null;

  @Env('SMTP_IN_PORT', 'number', PORT_RULE)
  @Port()
  smtpInPort = 2525;

  /** Files in PEM for STARTTLS at the SMTP door. Null: one is signed by this installation itself. */
  @Env('SMTP_TLS_CERT', 'text', 'a file')
  @IsOptional()
  @IsString()
  smtpTlsCert: string | null = null;

  @Env('SMTP_TLS_KEY', 'text', 'a file')
  @IsOptional()
  @IsString()
  smtpTlsKey: string | null = null;

  @Env('SANDBOX_PORT', 'number', PORT_RULE)
  @Port()
  sandboxPort = 3001;

  @Env('SANDBOX_SMTP_PORT', 'number', PORT_RULE)
  @Port()
  sandboxSmtpPort = 2526;

  @Env('SANDBOX_URL', 'text', 'an http(s) address')
  @IsOptional()
  @IsUrl(URL_RULE)
  sandboxUrlGiven: string | null = null;

  @Env('OPENAI_API_KEY', 'secret', 'a key')
  @IsOptional()
  @IsString()
  openaiApiKey: string | null = null;

  @Env('OPENAI_BASE_URL', 'text', 'an http(s) address')
  @IsOptional()
  @IsUrl(URL_RULE)
  openaiBaseUrl: string | null = null;

  @Env('OPENAI_MODEL', 'text', 'the name of a model')
  @IsOptional()
  @IsString()
  openaiModel: string | null = null;

  /** Of the same server, to find articles by meaning as well. Null: they are found by words and letters alone. */
  @Env('OPENAI_EMBEDDING_MODEL', 'text', 'the name of a model')
  @IsOptional()
  @IsString()
  openaiEmbeddingModel: string | null = null;

  /** With the four below: attachments go there instead of the data folder. See `s3`. */
  @Env('S3_ENDPOINT', 'text', 'an http(s) address')
  @IsOptional()
  @IsUrl(URL_RULE)
  s3Endpoint: string | null = null;

  @Env('S3_REGION', 'text', 'a region such as eu-central-1')
  @IsOptional()
  @Matches(/^[a-z0-9-]+$/)
  s3Region: string | null = null;

  @Env('S3_BUCKET', 'text', "a bucket's name")
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
  s3Bucket: string | null = null;

  @Env('S3_ACCESS_KEY_ID', 'secret', 'a key')
  @IsOptional()
  @IsString()
  s3AccessKeyId: string | null = null;

  @Env('S3_SECRET_ACCESS_KEY', 'secret', 'a key')
  @IsOptional()
  @IsString()
  s3SecretAccessKey: string | null = null;

  /** The bucket in the path instead of the host's name, as most servers other than Amazon's want it. */
  @Env('S3_FORCE_PATH_STYLE', 'flag', '1 or 0')
  @IsBoolean()
  s3ForcePathStyle = false;

  /** With the port, or the socket below: files are scanned for viruses by clamd. See `clamd`. */
  @Env('CLAMD_HOST', 'text', "a host's name or address")
  @IsOptional()
  @Matches(/^[\w.:-]+$/)
  clamdHost: string | null = null;

  @Env('CLAMD_PORT', 'number', 'a port number from 1 to 65535')
  @IsInt()
  @Min(1)
  @Max(65_535)
  clamdPort = 3310;

  /** Wins over the host. */
  @Env('CLAMD_SOCKET', 'text', 'the path of a socket, such as /run/clamav/clamd.ctl')
  @IsOptional()
  @Matches(/^\//)
  clamdSocket: string | null = null;

  /** A file that could not be scanned yet is given to nobody. */
  @Env('CLAMD_REQUIRED', 'flag', '1 or 0')
  @IsBoolean()
  clamdRequired = false;

  private key: Buffer | undefined;

  /** Reads and checks everything; an empty variable counts as unset. Throws `ConfigError`, one sentence. */
  static fromEnv(env: Record<string, string | undefined> = process.env): Config {
    const config = new Config();
    for (const field of envFieldsOf(Config)) field.read(config, env);
    return config.checked();
  }

  /** A copy with other values, checked again. For the embedded database's address, and for tests. */
  with(changes: Partial<Settings>): Config {
    const copy = new Config();
    Object.assign(copy, this, { key: undefined }, changes);
    return copy.checked();
  }

  /** The demo workspace: by default exactly on the embedded database. */
  get demo(): boolean {
    return this.demoGiven ?? this.databaseUrl === null;
  }

  get publicUrl(): string {
    return (this.publicUrlGiven ?? `http://localhost:${this.port}`).replace(/\/+$/, '');
  }

  get sandboxUrl(): string {
    return (this.sandboxUrlGiven ?? `http://127.0.0.1:${this.sandboxPort}`).replace(/\/+$/, '');
  }

  get s3(): S3Settings | null {
    return s3SettingsOf(this);
  }

  get clamd(): ClamdSettings | null {
    return clamdSettingsOf(this);
  }

  get runsJobs(): boolean {
    return this.role !== 'api';
  }

  get servesHttp(): boolean {
    return this.role !== 'worker';
  }

  /** 32 bytes; the first use without SATCHEL_SECRET writes the generated secret into the data folder. */
  get masterKey(): Buffer {
    this.key ??= masterKeyOf(this.secret, this.dataDir);
    return this.key;
  }

  private checked(): this {
    const [problem] = validateSync(this, { stopAtFirstError: true });
    if (problem) {
      const field = envFieldsOf(Config).find(({ property }) => property === problem.property);
      throw field ? field.refuse(problem.value) : new ConfigError(`The setting ${problem.property} is not valid.`);
    }
    s3SettingsOf(this);
    clamdSettingsOf(this);
    this.dataDir = resolve(this.dataDir);
    return this;
  }
}
