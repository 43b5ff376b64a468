import { joinCluster } from '../cluster';

declare global {
  // The teardown runs in the same process.
  var stopTestCluster: (() => Promise<void>) | undefined;
}

/** One server for the run, shared by every ring that needs one; workers find it in their environment. */
export default async function globalSetup(): Promise<void> {
  globalThis.stopTestCluster ??= await joinCluster();
}
