import type { Config } from '@satchel/kernel';
import { alreadyRunning, prepareDataDir } from '../start/data-dir';
import { startDatabase, versionOf } from '../start/database';
import { House } from '../start/house';
import { portsOf, tryPort } from '../start/ports';
import { sentenceOf } from '../start/problems';
import { bad, type Finding, note, ok } from './finding';

const BRAIN_MS = 8_000;
const sentence = (error: unknown): string => sentenceOf(error) ?? (error as Error).message;

export function dataDirFinding(config: Config): Finding {
  try {
    prepareDataDir(config.dataDir);
    return ok('data', config.dataDir);
  } catch (error) {
    return bad('data', 'the data folder cannot be used', sentence(error));
  }
}

/** Really starts the embedded database (or finds it running), and leaves it as it was. */
export async function databaseFinding(config: Config): Promise<Finding> {
  const house = new House();
  try {
    const { words, config: started } = await startDatabase(config, house);
    const version = config.databaseUrl || !started.databaseUrl ? '' : ` ${await versionOf(started.databaseUrl)}`;
    return ok('database', `${words}${version}`);
  } catch (error) {
    return bad('database', 'cannot be used', sentence(error));
  } finally {
    await house.close();
  }
}

export async function portFindings(config: Config): Promise<Finding[]> {
  const running = await alreadyRunning(config.dataDir);
  if (running) return [ok('ports', `Satchel is running at ${running.url}`)];
  const findings: Finding[] = [];
  for (const wanted of portsOf(config)) {
    const what = wanted.variable === 'PORT' ? 'port' : 'ports';
    try {
      await tryPort(wanted);
      findings.push(ok(what, `${wanted.port} is free (${wanted.variable}, ${wanted.what})`));
    } catch (error) {
      findings.push(bad(what, `${wanted.port} cannot be had (${wanted.variable})`, sentence(error)));
    }
  }
  return findings;
}

/** Writes a small object (once) and reads it back: address, bucket and key are proved. */
export async function filesFinding({ s3 }: Config): Promise<Finding> {
  if (!s3) return ok('files', 'in the data folder');
  const where = `bucket ${s3.bucket} at ${s3.endpoint}`;
  const { S3Store } = await import('@satchel/desk');
  const store = new S3Store(s3);
  try {
    await store.put('attachments/check', Buffer.from('ok'));
    await store.read('attachments/check');
    return ok('files', where);
  } catch (error) {
    const { cause } = error as { cause?: Error };
    return bad('files', `${where} cannot be used (${cause?.name ?? 'unknown'})`, 'Check the S3_ settings and the key.');
  } finally {
    store.close();
  }
}

/** Asks an endpoint for its models: address and key are proved, and nothing is paid for. */
export async function brainFinding(config: Config): Promise<Finding> {
  const { openaiApiKey, openaiBaseUrl, openaiModel } = config;
  if (!openaiApiKey && !openaiBaseUrl) {
    return note(
      'brain',
      'the built-in engine: no key, no network',
      'Set OPENAI_API_KEY (and OPENAI_BASE_URL) for a language model.',
    );
  }
  const base = (openaiBaseUrl ?? 'https://api.openai.com/v1').replace(/\/+$/, '');
  try {
    const headers: Record<string, string> = openaiApiKey ? { authorization: `Bearer ${openaiApiKey}` } : {};
    const answer = await fetch(`${base}/models`, { headers, signal: AbortSignal.timeout(BRAIN_MS) });
    if (answer.status === 401 || answer.status === 403)
      return bad('brain', `${base} refuses the key`, 'Check OPENAI_API_KEY.');
    if (!answer.ok)
      return note(
        'brain',
        `${base} answered ${answer.status} to /models`,
        'Check OPENAI_BASE_URL; some servers have no such list.',
      );
    return ok('brain', `${openaiModel ?? 'default model'} at ${base}`);
  } catch (error) {
    return bad('brain', `${base} does not answer (${(error as Error).name})`, 'Check OPENAI_BASE_URL and the network.');
  }
}
