import type { Ctx } from '@satchel/kernel';

export interface StoredAnswer {
  requestHash: string;
  status: number;
  /** Sealed; null for an answer without a body. */
  body: string | null;
}

/** Whether this transaction is now the only one that works for the key; the lock goes with the transaction. */
export async function takeKey(tx: Ctx, key: string): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('idempotency ' || $1 || ' ' || $2, 0)) as mine`,
    [tx.workspaceId, key],
    { name: 'idempotency_lock' },
  );
  return row?.mine === true;
}

export async function storedAnswer(tx: Ctx, key: string, notBefore: Date): Promise<StoredAnswer | null> {
  const [row] = await tx.query<StoredAnswer>(
    `select request_hash as "requestHash", status, body from idempotency
     where workspace_id = $1 and key = $2 and status is not null and created_at > $3`,
    [tx.workspaceId, key, notBefore],
    { name: 'idempotency_get' },
  );
  return row ?? null;
}

export async function storeAnswer(tx: Ctx, key: string, answer: StoredAnswer, at: Date): Promise<void> {
  await tx.query(
    `insert into idempotency (workspace_id, key, request_hash, status, body, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, key) do update set
       request_hash = excluded.request_hash, status = excluded.status, body = excluded.body, created_at = excluded.created_at`,
    [tx.workspaceId, key, answer.requestHash, answer.status, JSON.stringify(answer.body), at],
    { name: 'idempotency_put' },
  );
}

export async function forgetAnswers(ctx: Ctx, before: Date): Promise<void> {
  await ctx.query('delete from idempotency where workspace_id = $1 and created_at <= $2', [ctx.workspaceId, before]);
}
