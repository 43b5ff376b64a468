import type { DemoFile } from '../demo/demo-file';

export interface Ready {
  url: string;
  demo: DemoFile | null;
  smtpPort: number;
  dataDir: string;
  brain: string;
  milliseconds: number;
}

/** For programs: one line of JSON, the last of the start. */
export function readyJson(ready: Ready): string {
  const { url, demo, smtpPort, milliseconds } = ready;
  const login = demo
    ? { adminEmail: demo.adminEmail, adminPassword: demo.adminPassword, sandboxUrl: demo.sandboxUrl }
    : {};
  return JSON.stringify({ ready: true, url, ...login, smtpPort, pid: process.pid, ms: Math.round(milliseconds) });
}

/** For people: where to go and how to get in first, the rest below it. */
export function readyText(ready: Ready, bold: (text: string) => string, dim: (text: string) => string): string {
  const { url, demo } = ready;
  const rows: [string, string][] = demo
    ? [
        ['Sign in', `${demo.adminEmail}  ${demo.adminPassword}`],
        ['Be a customer', `${demo.sandboxUrl}/desk`],
      ]
    : [['First run', 'open the address and name your workspace']];
  rows.push(
    ['API', `${url}/api/docs`],
    ['Mail in', `SMTP on port ${ready.smtpPort}`],
    ['AI', ready.brain],
    ['Data', ready.dataDir],
  );
  const took = `in ${(ready.milliseconds / 1000).toFixed(1)} s`;
  const head = `${bold(`Satchel is ready: ${url}`)} ${dim(took)}`;
  return [
    '',
    head,
    ...rows.map(([name, value]) => `  ${dim(name.padEnd(14))} ${value}`),
    `  ${dim('Ctrl+C stops it.')}`,
    '',
  ].join('\n');
}

export function brainWords(config: {
  openaiApiKey: string | null;
  openaiBaseUrl: string | null;
  openaiModel: string | null;
}): string {
  if (!config.openaiApiKey && !config.openaiBaseUrl) return 'built-in engine (set OPENAI_API_KEY for a language model)';
  return `${config.openaiModel ?? 'default model'} at ${config.openaiBaseUrl ?? 'api.openai.com'}`;
}
