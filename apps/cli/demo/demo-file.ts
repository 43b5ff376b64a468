import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `demo.json` in the data folder: what a person or a program needs to use the demo. Written on each demo start. */
export interface DemoFile {
  baseUrl: string;
  adminEmail: string;
  adminPassword: string;
  apiKey: string;
  smtpPort: number;
  sandboxUrl: string;
}

/** The part that is made once, when the demo is seeded, and cannot be read back from the database. */
export type DemoSecrets = Pick<DemoFile, 'adminEmail' | 'adminPassword' | 'apiKey'>;

const pathIn = (dataDir: string): string => join(dataDir, 'demo.json');

export function readDemoFile(dataDir: string): Partial<DemoFile> {
  try {
    return JSON.parse(readFileSync(pathIn(dataDir), 'utf8')) as Partial<DemoFile>;
  } catch {
    return {};
  }
}

/** In one move, so that nobody reads half of it; for its owner's eyes only. */
export function writeDemoFile(dataDir: string, demo: DemoFile): void {
  const draft = `${pathIn(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, pathIn(dataDir));
}
