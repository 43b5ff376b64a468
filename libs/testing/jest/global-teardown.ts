import type {} from './global-setup';

export default async function globalTeardown(): Promise<void> {
  const cluster = globalThis.satchelTestCluster;
  globalThis.satchelTestCluster = undefined;
  await cluster?.stop();
}
