import type {} from './global-setup';

export default async function globalTeardown(): Promise<void> {
  const stop = globalThis.stopTestCluster;
  globalThis.stopTestCluster = undefined;
  await stop?.();
}
