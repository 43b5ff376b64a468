import { Config, Log } from '@satchel/kernel';
import { testKernel, type TestKernel } from '@satchel/testing';
import { ClusterLock } from './cluster-lock';

describe('locks of the cluster', () => {
  let kernel: TestKernel;
  beforeAll(async () => {
    kernel = await testKernel({ runJobs: false });
  });
  afterAll(() => kernel.close());

  it('are free for another process once they are let go, however many were asked for at once', async () => {
    const node = () => new ClusterLock(kernel.moduleRef.get(Config), kernel.moduleRef.get(Log));
    const [ours, theirs] = [node(), node()];
    const names = ['orders', 'products', 'customers'].map((name) => `walk:${name}`);
    expect(await Promise.all(names.map((name) => ours.tryHold(name)))).toEqual([true, true, true]);
    expect(await Promise.all(names.map((name) => theirs.tryHold(name)))).toEqual([false, false, false]);
    await Promise.all(names.map((name) => ours.release(name)));
    expect(await Promise.all(names.map((name) => theirs.tryHold(name)))).toEqual([true, true, true]);
    await Promise.all([ours.close(), theirs.close()]);
  });
});
