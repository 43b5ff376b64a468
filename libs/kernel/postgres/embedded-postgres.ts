export interface EmbeddedPostgresOptions {
  dataDir: string;
  fsync?: boolean;
  maxConnections?: number;
}

export interface EmbeddedPostgres {
  url: string;
  stop(): Promise<void>;
  adopted: boolean;
}

export class EmbeddedPostgresError extends Error {
  constructor(
    message: string,
    readonly hint: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'EmbeddedPostgresError';
  }
}

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  throw new EmbeddedPostgresError(`no cluster at ${options.dataDir}`, 'Set DATABASE_URL.');
}
