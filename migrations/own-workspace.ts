/** Row-level security for a table of a workspace, as migration 7 explains it; every new table with `workspace_id` needs it. */
export function ownWorkspace(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy own_workspace on ${table} using (
      workspace_id::text = (select current_setting('satchel.workspace', true))
      or (select current_setting('satchel.workspace', true)) = '*'
    );`;
}
