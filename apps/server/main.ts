import 'reflect-metadata';
import { Config, ConfigError, shutDownOnSignals } from '@satchel/kernel';
import { startServer } from './start-server';

export { startServer, type RunningServer, type ServerOptions } from './start-server';

async function main(): Promise<void> {
  try {
    const server = await startServer({ config: Config.fromEnv() });
    shutDownOnSignals(server.app);
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack ?? error)}\n`);
    process.exitCode = 1;
  }
}

if (require.main === module) void main();
