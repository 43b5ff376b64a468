import type { Pool } from 'pg';
import { EVERY_WORKSPACE } from '../ctx/actor';

export interface DeadJob {
  id: string;
  name: string;
  payload: unknown;
  attempts: number;
  error: string;
  requestId: string | null;
  createdAt: Date;
  failedAt: Date;
}

const DEAD = `job.attempts >= job.max_attempts and job.locked_at is null and job.last_error is not null`;
const MINE = `($1 = '${EVERY_WORKSPACE}' or job.payload->>'workspaceId' = $1)`;

export async function selectDead(pool: Pool, workspaceId: string): Promise<DeadJob[]> {
  const { rows } = await pool.query<DeadJob>(
    `select job.id::text, task.identifier as name, job.payload->'data' as payload, job.attempts::int, job.last_error as error,
            job.payload->>'requestId' as "requestId", job.created_at as "createdAt", job.updated_at as "failedAt"
       from graphile_worker._private_jobs job
       join graphile_worker._private_tasks task on task.id = job.task_id
      where ${DEAD} and ${MINE}
      order by job.updated_at desc
      limit 200`,
    [workspaceId],
  );
  return rows;
}

export async function resurrect(pool: Pool, workspaceId: string, id: string): Promise<boolean> {
  const { rows } = await pool.query(
    `select (graphile_worker.reschedule_jobs(array[job.id], now(), null, 0)).id
       from graphile_worker._private_jobs job
      where job.id::text = $2 and ${DEAD} and ${MINE}`,
    [workspaceId, id],
  );
  return rows.length > 0;
}
