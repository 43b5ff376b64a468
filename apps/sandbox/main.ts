import { startSandbox } from './sandbox';

const port = (name: string, fallback: number): number => {
  const value = Number(process.env[name] ?? fallback);
  if (Number.isInteger(value) && value >= 0 && value < 65_536) return value;
  throw new Error(`${name} must be a port number, not "${process.env[name]}"`);
};

async function main(): Promise<void> {
  const sandbox = await startSandbox({
    port: port('SANDBOX_PORT', 3001),
    smtpPort: port('SANDBOX_SMTP_PORT', 2526),
    host: process.env.SANDBOX_HOST,
    targetSmtp: process.env.SANDBOX_TARGET_SMTP,
    supportAddress: process.env.SATCHEL_SUPPORT_ADDRESS,
  });
  const { url, smtpPort } = sandbox;
  if (process.stdout.isTTY)
    console.log(`Sandbox ready: the customer's desk is ${url}/desk, mail goes to port ${smtpPort}.`);
  else console.log(JSON.stringify({ ready: true, url, port: sandbox.port, smtpPort, pid: process.pid }));
  const stop = () => void sandbox.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE' ? 'A port of the sandbox is taken: ' : '';
  console.error(`${taken}${error.message}`);
  process.exit(1);
});
