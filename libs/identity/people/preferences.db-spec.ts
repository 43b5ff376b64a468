import { makePerson, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { PreferencesService } from './preferences.service';

describe('what people choose for themselves', () => {
  let kernel: TestKernel;
  let preferences: PreferencesService;

  beforeAll(async () => {
    kernel = await testKernel({ providers: [PreferencesService], runJobs: false });
    preferences = kernel.moduleRef.get(PreferencesService);
  });
  afterAll(() => kernel.close());

  it('is nothing at first, and changes by what was named alone', async () => {
    const { ctx } = kernel;
    expect(await preferences.get(ctx)).toEqual({ undoSeconds: null, notify: { assigned: false, replied: false } });
    await preferences.update(ctx, { undoSeconds: 20, notify: { replied: true } });
    await preferences.update(ctx, { notify: { assigned: true } });
    expect(await preferences.get(ctx)).toEqual({ undoSeconds: 20, notify: { assigned: true, replied: true } });
    expect((await preferences.update(ctx, { undoSeconds: null })).undoSeconds).toBeNull();
  });

  it('is of one person in one workspace', async () => {
    const { id, ctx } = await makeWorkspace(kernel.db);
    await preferences.update(ctx, { notify: { assigned: true } });
    const other = await makePerson(kernel.db, id);
    expect((await preferences.get(ctx.as(other))).notify.assigned).toBe(false);
    expect(await preferences.wants(ctx, ctx.actor.id ?? '', 'assigned')).toMatchObject({ id: ctx.actor.id });
    expect(await preferences.wants(ctx, other.id ?? '', 'assigned')).toBeNull();
    expect(await preferences.wants(kernel.ctx, ctx.actor.id ?? '', 'assigned')).toBeNull();
  });

  it('is nothing that an API key has', async () => {
    const key = kernel.ctx.as({ kind: 'api', id: kernel.ctx.actor.id, name: 'Key', role: 'admin' });
    await expect(preferences.get(key)).rejects.toMatchObject({ status: 404 });
    await expect(preferences.update(key, { undoSeconds: 3 })).rejects.toMatchObject({ status: 404 });
  });
});
