import type { Pool } from 'pg';

/** Shorter than any lease takes to be written, after the worker that writes it has begun. */
const WITHOUT_LEASE = `interval '30 seconds'`;

/** A job may lose its worker this often before each further loss counts as a failed attempt: it may be the cause. */
const INNOCENT_DEATHS = 20;

/** A bigint advisory lock stands in pg_locks as two halves. */
const LOCKED = `
  exists (select 1 from pg_locks
           where locktype = 'advisory' and objsubid = 1 and granted
             and database = (select oid from pg_database where datname = current_database())
             and (classid::bigint << 32) | objid::bigint = lease.lock_key)`;

/**
 * Frees what dead workers held: those whose lease nobody locks, and those that never wrote one. Returns their ids.
 * A job that dies with its worker at its last attempt is marked, so that it is seen among the dead ones.
 */
export async function freeJobsOfTheDead(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(`
    with gone as (
      delete from worker_lease lease where not ${LOCKED} returning worker_id
    ), homeless as (
      select distinct locked_by from graphile_worker._private_jobs
       where locked_at < now() - ${WITHOUT_LEASE}
         and not exists (select 1 from worker_lease where worker_id = locked_by)
    )
    select worker_id as id from gone union select locked_by from homeless`);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  await pool.query(
    `with died as (
       insert into job_death (job_id, deaths) select id, 1 from graphile_worker._private_jobs where locked_by = any($1)
       on conflict (job_id) do update set deaths = job_death.deaths + 1 returning job_id, deaths
     )
     update graphile_worker._private_jobs job set attempts = greatest(attempts - 1, 0)
       from died where died.job_id = job.id and died.deaths <= ${INNOCENT_DEATHS}`,
    [ids],
  );
  await pool.query(
    'delete from job_death where not exists (select 1 from graphile_worker._private_jobs where id = job_id)',
  );
  await pool.query(
    `update graphile_worker._private_jobs
        set last_error = coalesce(last_error, 'The worker died while it ran this job.')
      where locked_by = any($1) and attempts >= max_attempts`,
    [ids],
  );
  await pool.query('select graphile_worker.force_unlock_workers($1)', [ids]);
  return ids;
}
