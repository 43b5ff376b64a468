import 'reflect-metadata';
import { Config } from '@satchel/kernel';
import type { DemoSecrets } from '../demo/demo-file';
import { writeDemoFile } from '../demo/demo-file';
import { demoIsComplete, keptSecrets, sandboxOf } from '../demo/demo-state';
import { alreadyRunning, clearRunning, prepareDataDir, writeRunning } from './data-dir';
import { addressOf, askDatabase, migrateDatabase, startDatabase } from './database';
import { House } from './house';
import { withFreePorts } from './ports';
import { sentenceOf } from './problems';
import { brainWords, type Ready, readyJson, readyText } from './ready-line';
import { SandboxProcess } from './sandbox-process';
import { inStep, type NewStep } from './steps';

export interface StartOptions {
  newStep: NewStep;
  /** When the command began, in `performance.now()` time: packages and build are part of the start. */
  startedAt: number;
}

const watched = process.stdout.isTTY === true;
const paint = (code: number) => (text: string) => (watched ? `\u001b[${code}m${text}\u001b[0m` : text);

/** Everything that `npm start` does once the product is built. Ends the process when it cannot. */
export async function start(options: StartOptions): Promise<void> {
  const house = new House();
  house.closeOnSignals((text) => console.log(text));
  try {
    await open(house, options);
  } catch (error) {
    await house.close();
    const sentence = sentenceOf(error);
    console.error(sentence ?? (error instanceof Error ? error.stack : error));
    process.exit(1);
  }
}

async function open(house: House, { newStep, startedAt }: StartOptions): Promise<void> {
  const given = quietly(Config.fromEnv());
  prepareDataDir(given.dataDir);
  const running = await alreadyRunning(given.dataDir);
  if (running) {
    console.log(`Satchel is already running at ${running.url} (process ${running.pid}).`);
    process.exit(0);
  }
  const ports = await withFreePorts(given);
  const sandbox = ports.demo ? new SandboxProcess(ports) : null;
  const sandboxReady = sandbox?.start();
  sandboxReady?.catch(() => undefined);

  // The database starts in a process of its own while this one reads its code.
  const database = startDatabase(ports, house);
  database.catch(() => undefined);
  const { startServer } = await import('../../server/main');
  const { migrations } = await import('../../../migrations');
  const { config } = await inStep(
    newStep,
    'database',
    () => database,
    ({ words }) => words,
  );
  await inStep(
    newStep,
    'migrations',
    () => migrateDatabase(config, migrations),
    (ran) => (ran.length ? `${ran.length} new` : ''),
  );
  const secrets = config.demo ? await openDemo(config, newStep) : null;
  if (sandboxReady)
    await inStep(
      newStep,
      'sandbox',
      () => sandboxReady,
      () => config.sandboxUrl,
    );

  const deskUrl = `${config.sandboxUrl}/desk`;
  const demoLogin = () => secrets && { email: secrets.adminEmail, password: secrets.adminPassword, deskUrl };
  const server = await inStep(newStep, 'server', () => startServer({ config, demoLogin, migrate: false }));
  house.add(() => server.stop());
  house.add(async () => clearRunning(config.dataDir));

  if (secrets) {
    const { introduceToSandbox } = await import('./demo-sandbox');
    await introduceToSandbox(server, config);
    sandbox?.onRestart(() => introduceToSandbox(server, config));
  }
  const smtpPort = server.smtpPort ?? config.smtpInPort;
  const demo = secrets && { baseUrl: server.url, ...secrets, smtpPort, sandboxUrl: config.sandboxUrl };
  if (demo) writeDemoFile(config.dataDir, demo);
  writeRunning(config.dataDir, { pid: process.pid, url: server.url });
  const milliseconds = performance.now() - startedAt;
  announce({ url: server.url, demo, smtpPort, dataDir: config.dataDir, brain: brainWords(config), milliseconds });
}

/** Where somebody watches, only what needs a look is logged, unless LOG_LEVEL says otherwise. */
function quietly(config: Config): Config {
  return watched && !process.env.LOG_LEVEL ? config.with({ logLevel: 'warn' }) : config;
}

/** The demo's secrets, after whatever is missing was made. The code that makes it is read only when it is needed. */
async function openDemo(config: Config, newStep: NewStep): Promise<DemoSecrets> {
  const kept = keptSecrets(config.dataDir);
  const complete = await askDatabase(addressOf(config), (client) => demoIsComplete(client, sandboxOf(config)));
  if (complete && kept) return kept;
  const { seedDemo } = await import('../seed/seed-demo');
  const seeded = await inStep(
    newStep,
    'demo',
    () => seedDemo(config, kept),
    ({ words }) => words,
  );
  return seeded.secrets;
}

function announce(ready: Ready): void {
  console.log(watched ? readyText(ready, paint(1), paint(2)) : readyJson(ready));
}
