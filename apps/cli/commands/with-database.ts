import { Config } from '@satchel/kernel';
import { prepareDataDir } from '../start/data-dir';
import { startDatabase } from '../start/database';
import { House } from '../start/house';

/** Runs a command on the database that the settings name; the embedded one is started for it, and left as it was found. */
export async function withDatabase<T>(work: (config: Config, about: string) => Promise<T>): Promise<T> {
  const house = new House();
  house.closeOnSignals((text) => console.log(text));
  const given = Config.fromEnv();
  prepareDataDir(given.dataDir);
  try {
    const { config, words } = await startDatabase(given, house);
    return await work(config, words);
  } finally {
    await house.close();
  }
}
