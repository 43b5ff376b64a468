import { assertSchemaAgrees } from '@satchel/kernel';
import { type TestKernel, testKernel } from '@satchel/testing';
import { DataSource } from 'typeorm';
import { identityEntities } from '../identity.entities';
import { IdentityModule } from '../identity.module';
import { WorkspaceService } from './workspace.service';

describe('a workspace', () => {
  let kernel: TestKernel;
  let workspaces: WorkspaceService;

  beforeAll(async () => {
    kernel = await testKernel({ imports: [IdentityModule], entities: identityEntities, runJobs: false });
    workspaces = kernel.moduleRef.get(WorkspaceService);
  });
  afterAll(() => kernel.close());

  it('keeps the settings that a patch does not name', async () => {
    await workspaces.updateSettings(kernel.ctx, { ai: { mode: 'draft' }, theme: 'dark' });
    await workspaces.updateSettings(kernel.ctx, { ai: { mode: 'auto' } });
    const { settings } = await workspaces.get(kernel.ctx);
    expect(settings).toEqual({ ai: { mode: 'auto' }, theme: 'dark' });
  });

  it('is never another one', async () => {
    const other = await workspaces.create(kernel.db.system(), { slug: 'other', name: 'Other' });
    await workspaces.rename(kernel.ctx, 'Mine');
    expect((await workspaces.list(kernel.db.system())).find(({ id }) => id === other.id)?.name).toBe('Other');
    expect((await workspaces.get(kernel.ctx)).name).toBe('Mine');
  });

  it('has tables as its entities say', async () => {
    await expect(assertSchemaAgrees(kernel.moduleRef.get(DataSource))).resolves.toBeUndefined();
  });
});
