import type { Ctx } from '../ctx/ctx';
import type { Migration } from './migrate';

/** The names of those that have not run on this database. */
export async function pendingMigrations(ctx: Ctx, migrations: readonly Migration[]): Promise<string[]> {
  const rows = await ctx.query<{ name: string }>('select name from migrations');
  const ran = new Set(rows.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !ran.has(name));
}
