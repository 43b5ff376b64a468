import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Example, IntentModel } from '../understand/model/intent-model';

const FILE = join(__dirname, 'train.worker.js');
const MAX_MS = 60_000;
const MAX_MB = 512;

/** Trains beside the event loop. Where only the sources are, there is no file for a worker, and it trains in place. */
export async function trainAside(taught: readonly Example[]): Promise<IntentModel> {
  if (!existsSync(FILE)) return (await import('./train')).trainWith(taught);
  const worker = new Worker(FILE, { workerData: taught, resourceLimits: { maxOldGenerationSizeMb: MAX_MB } });
  const timer = setTimeout(() => void worker.terminate(), MAX_MS);
  try {
    return await new Promise<IntentModel>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The training ended without a model.')));
    });
  } finally {
    clearTimeout(timer);
  }
}
