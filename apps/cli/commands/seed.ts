import { migrations } from '../../../migrations';
import { writeDemoFile } from '../demo/demo-file';
import { keptSecrets } from '../demo/demo-state';
import { seedDemo } from '../seed/seed-demo';
import { migrateDatabase } from '../start/database';
import { withDatabase } from './with-database';

export async function seed(): Promise<number> {
  return withDatabase(async (config) => {
    await migrateDatabase(config, migrations);
    const { secrets, words } = await seedDemo(config, keptSecrets(config.dataDir));
    const { publicUrl: baseUrl, smtpInPort: smtpPort, sandboxUrl } = config;
    writeDemoFile(config.dataDir, { baseUrl, ...secrets, smtpPort, sandboxUrl });
    console.log(`Demo: ${words}. Sign in as ${secrets.adminEmail} with ${secrets.adminPassword}.`);
    return 0;
  });
}
