import { migrations } from '../../../migrations';
import { migrateDatabase } from '../start/database';
import { withDatabase } from './with-database';

export async function migrate(): Promise<number> {
  return withDatabase(async (config, about) => {
    const ran = await migrateDatabase(config, migrations);
    for (const name of ran) console.log(`✓ ${name}`);
    console.log(ran.length ? `${about}: ${ran.length} migrations ran.` : `${about}: up to date.`);
    return 0;
  });
}
