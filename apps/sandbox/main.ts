import { startSandbox, type SandboxOptions } from './sandbox';

const port = (name: string, fallback: number): number => {
  const value = Number(process.env[name] ?? fallback);
  if (Number.isInteger(value) && value >= 0 && value < 65_536) return value;
  throw new Error(`${name} must be a port number, not "${process.env[name]}"`);
};

/** SANDBOX_HOOKS: `{"meta": {"url": "http://…"}, …}`. */
function hooks(json: string | undefined): SandboxOptions['hooks'] {
  if (!json) return undefined;
  try {
    return JSON.parse(json) as SandboxOptions['hooks'];
  } catch {
    throw new Error('SANDBOX_HOOKS must be JSON: {"<vendor>": {"url": "…"}}');
  }
}

/** The chat on the shop's page, when both its script and its key are named. */
function widget(): SandboxOptions['widget'] {
  const { SATCHEL_WIDGET_SRC: scriptUrl, SATCHEL_WIDGET_KEY: key, SATCHEL_WIDGET_SECRET: secret } = process.env;
  return scriptUrl && key ? { scriptUrl, key, secret: secret ?? null } : null;
}

async function main(): Promise<void> {
  const sandbox = await startSandbox({
    port: port('SANDBOX_PORT', 3001),
    smtpPort: port('SANDBOX_SMTP_PORT', 2526),
    imapPort: process.env.SANDBOX_IMAP_PORT === undefined ? undefined : port('SANDBOX_IMAP_PORT', 0),
    host: process.env.SANDBOX_HOST,
    targetSmtp: process.env.SANDBOX_TARGET_SMTP,
    supportAddress: process.env.SATCHEL_SUPPORT_ADDRESS,
    widget: widget(),
    hooks: hooks(process.env.SANDBOX_HOOKS),
    orders: Number(process.env.SANDBOX_ORDERS) || undefined,
    retail: process.env.SANDBOX_RETAIL,
  });
  const { url, smtpPort, imapPort } = sandbox;
  if (process.stdout.isTTY)
    console.log(`Sandbox ready: the customer's desk is ${url}/desk, mail goes to port ${smtpPort}.`);
  else console.log(JSON.stringify({ ready: true, url, port: sandbox.port, smtpPort, imapPort, pid: process.pid }));
  const stop = () => void sandbox.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE' ? 'A port of the sandbox is taken: ' : '';
  console.error(`${taken}${error.message}`);
  process.exit(1);
});
