import { SERVER_URL, startCluster, TEMPLATE, type TestCluster } from '../cluster';

declare global {
  // The teardown runs in the same process.
  var satchelTestCluster: TestCluster | undefined;
}

/** One server for the run, shared by every ring that needs one; workers find it in their environment. */
export default async function globalSetup(): Promise<void> {
  if (globalThis.satchelTestCluster) return;
  const cluster = await startCluster();
  globalThis.satchelTestCluster = cluster;
  process.env[SERVER_URL] = cluster.serverUrl;
  process.env[TEMPLATE] = cluster.template;
}
