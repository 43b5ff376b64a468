import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The queue's two doors for SQL. The queue's schema belongs to the login role; whoever works behind row-level security
 * enqueues through these, in the open transaction, and only for the workspace it serves.
 */
export class JobQueue1795170000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- payload = {"workspaceId": ..., "requestId": ..., "data": {...}}; key is unique per task and workspace.
      create function satchel_enqueue(task text, payload json, key text, run_at timestamptz, max_attempts integer) returns void
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      declare
        workspace text := payload->>'workspaceId';
        mine text := current_setting('satchel.workspace', true);
      begin
        if workspace is null or mine is null or (mine <> '*' and mine <> workspace) then
          raise exception 'a job of workspace % cannot be enqueued from workspace %', workspace, mine;
        end if;
        perform graphile_worker.add_job(
          identifier => task,
          payload => payload,
          run_at => run_at,
          max_attempts => max_attempts,
          job_key => task || ':' || workspace || ':' || key
        );
      end $$;

      -- Many at once with one wake-up, for the house itself: [{"task": ..., "payload": {...}, "maxAttempts": ...}, ...]
      create function satchel_enqueue_all(jobs json) returns void
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
      begin
        if current_setting('satchel.workspace', true) is distinct from '*' then
          raise exception 'only the house itself enqueues for many workspaces';
        end if;
        perform graphile_worker.add_jobs(array(
          select row(
            job->>'task', job->'payload', null, null, (job->>'maxAttempts')::smallint, null, null, null
          )::graphile_worker.job_spec
          from json_array_elements(jobs) as job
        ));
      end $$;

      -- How often a job's worker died under it: a power cut is not the job's failure, a job that kills its worker is.
      create table job_death (job_id bigint primary key, deaths integer not null);

      revoke execute on function satchel_enqueue(text, json, text, timestamptz, integer) from public;
      revoke execute on function satchel_enqueue_all(json) from public;
      do $$ begin
        if exists (select 1 from pg_roles where rolname = 'satchel_app') then
          grant execute on function satchel_enqueue(text, json, text, timestamptz, integer) to satchel_app;
          grant execute on function satchel_enqueue_all(json) to satchel_app;
        end if;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table job_death;
      drop function satchel_enqueue_all(json);
      drop function satchel_enqueue(text, json, text, timestamptz, integer);
    `);
  }
}
