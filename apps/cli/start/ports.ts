import { createServer } from 'node:net';
import type { Config } from '@satchel/kernel';
import { CliError } from './cli-error';

export interface WantedPort {
  variable: string;
  port: number;
  host: string;
  what: string;
}

const LOOPBACK = '127.0.0.1';
/** What people set instead, so that the example does not collide with the port beside it. */
const EXAMPLE_STEP = 100;

export function portsOf(config: Config): WantedPort[] {
  const { host } = config;
  const ports = [
    { variable: 'PORT', port: config.port, host, what: 'the console and the API' },
    { variable: 'SMTP_IN_PORT', port: config.smtpInPort, host, what: 'incoming mail' },
  ];
  if (!config.demo) return ports;
  return [
    ...ports,
    { variable: 'SANDBOX_PORT', port: config.sandboxPort, host: LOOPBACK, what: 'the sandbox' },
    { variable: 'SANDBOX_SMTP_PORT', port: config.sandboxSmtpPort, host: LOOPBACK, what: "the sandbox's mail" },
  ];
}

/** One sentence for a port that cannot be had. */
export function portSentence(wanted: WantedPort, code: string | undefined): string {
  const { variable, port, what, host } = wanted;
  const example = `${variable}=${(port + EXAMPLE_STEP) % 65_536} npm start`;
  if (code === 'EACCES')
    return `This user may not open port ${port} for ${what}: set ${variable} to one above 1023, for example ${example}.`;
  if (code === 'EADDRNOTAVAIL') return `This machine has no address ${host}: set HOST to 127.0.0.1 or 0.0.0.0.`;
  return `Port ${port} for ${what} is taken by another program: set ${variable} to a free one, for example ${example}.`;
}

export function tryPort(wanted: WantedPort): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new CliError(portSentence(wanted, error.code))));
    probe.listen(wanted.port, wanted.host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : wanted.port));
    });
  });
}

/** Makes sure that every port can be had before anything is started, and turns "any free one" (0) into a number. */
export async function withFreePorts(config: Config): Promise<Config> {
  const found = new Map<string, number>();
  // One after the other: two ports of 0 must not get the same number.
  for (const wanted of portsOf(config)) found.set(wanted.variable, await tryPort(wanted));
  return config.with({
    port: found.get('PORT') ?? config.port,
    smtpInPort: found.get('SMTP_IN_PORT') ?? config.smtpInPort,
    sandboxPort: found.get('SANDBOX_PORT') ?? config.sandboxPort,
    sandboxSmtpPort: found.get('SANDBOX_SMTP_PORT') ?? config.sandboxSmtpPort,
  });
}
