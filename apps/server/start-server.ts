import { SmtpDoor } from '@satchel/connectors';
import type { DemoLogin } from '@satchel/identity';
import { type Config, ConfigError, Log, migrate, NestLog } from '@satchel/kernel';
import { mountApiReference } from '@satchel/public-api';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { migrations } from '../../migrations';
import { AppModule } from './app.module';
import { dressHttp, httpAdapter } from './http';

export interface ServerOptions {
  config: Config;
  /** What the sign-in form of a demo may offer; asked for at each request. */
  demoLogin?: DemoLogin;
  /** False when the caller has migrated already. */
  migrate?: boolean;
}

export interface RunningServer {
  app: NestFastifyApplication;
  url: string;
  port: number;
  smtpPort: number | null;
  stop(): Promise<void>;
}

/** Boots every room in this process. Rejects with one clear sentence (ConfigError) when a port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config } = options;
  if (!config.databaseUrl)
    throw new ConfigError('DATABASE_URL is not set: give the address of a PostgreSQL server, or use `npm start`.');
  if (options.migrate !== false) await migrate({ url: config.databaseUrl, migrations });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config, options.demoLogin ?? (() => null)),
    httpAdapter(),
    { logger: new NestLog(new Log(config)), abortOnError: false },
  );
  try {
    await dressHttp(app);
    mountApiReference(app);
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw portTaken(error, config) ?? error;
  }
  const port = portOf(app);
  let stopping: Promise<void> | undefined;
  return {
    app,
    port,
    url: `http://localhost:${port}`,
    smtpPort: app.get(SmtpDoor).address()?.port ?? null,
    stop: () => (stopping ??= app.close()),
  };
}

function portOf(app: NestFastifyApplication): number {
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

function portTaken(error: unknown, config: Config): ConfigError | null {
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') return new ConfigError(`Port ${config.port} is taken: set PORT to a free one.`);
  if (code === 'EACCES')
    return new ConfigError(`Port ${config.port} may not be used by this user: set PORT to one above 1024.`);
  return null;
}
