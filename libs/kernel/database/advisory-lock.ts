import type { Pool } from 'pg';

/**
 * Holds a lock by name on a connection of its own for as long as the work takes. The lock lives with the session: when
 * this process dies, PostgreSQL frees it at once, and whoever waits goes on.
 */
export async function withAdvisoryLock<T>(pool: Pool, name: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: boolean | Error = false;
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    try {
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
    }
  } catch (error) {
    // A connection that may still hold the lock must not go back to the pool.
    broken = error instanceof Error ? error : true;
    throw error;
  } finally {
    client.release(broken);
  }
}
