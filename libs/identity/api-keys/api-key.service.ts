import { Injectable } from '@nestjs/common';
import type { ApiKeyBody } from '@satchel/contracts';
import { Clock, Database, Ids } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import type { Identity } from '../auth/credential-cache';
import { CredentialCache } from '../auth/credential-cache';
import { hashSecret, newApiKey } from '../auth/secret';
import { ApiKeyEntity } from './api-key.entity';

/** What a key may do: everything except what only an owner may. */
const KEY_ROLE = 'admin';
/** Finer than this nobody needs to know when a key was used last, and a busy key would write all day. */
const LAST_USED_EVERY_MS = 60_000;

@Injectable()
export class ApiKeyService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cache: CredentialCache,
  ) {}

  /** The answer's `key` is the only time that the secret is seen. */
  async create(ctx: Ctx, input: { name: string }): Promise<{ key: string; body: ApiKeyBody }> {
    const { key, prefix } = newApiKey();
    const id = this.ids.next();
    const name = input.name.trim();
    const createdAt = this.clock.now();
    await ctx.transaction((tx) =>
      tx.em.insert(ApiKeyEntity, {
        id,
        workspaceId: ctx.workspaceId,
        name,
        prefix,
        keyHash: hashSecret(key),
        createdBy: ctx.actor.kind === 'person' ? ctx.actor.id : null,
        createdAt,
      }),
    );
    return { key, body: { id, name, prefix, createdAt: createdAt.toISOString(), lastUsedAt: null } };
  }

  /** The keys that still work, newest first. */
  async list(ctx: Ctx): Promise<ApiKeyBody[]> {
    const rows = await ctx.query<KeyRow>(
      `select id, name, prefix, created_at as "createdAt", last_used_at as "lastUsedAt" from api_key
       where workspace_id = $1 and revoked_at is null order by created_at desc, id desc`,
      [ctx.workspaceId],
    );
    return rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    }));
  }

  /** Whom the key speaks for, or null when it is unknown or revoked. */
  async resolve(key: string): Promise<Identity | null> {
    const hash = hashSecret(key);
    return this.cache.get(hash) ?? this.cache.fill(hash, () => this.lookUp(hash));
  }

  /** Whether there was such a key to revoke. It stops working at once here, within seconds on other nodes. */
  async revoke(ctx: Ctx, id: string): Promise<boolean> {
    const [row] = await ctx.query<{ keyHash: Buffer }>(
      `update api_key set revoked_at = $3 where workspace_id = $1 and id = $2 and revoked_at is null
       returning key_hash as "keyHash"`,
      [ctx.workspaceId, id, this.clock.now()],
    );
    if (row) ctx.afterCommit(() => this.cache.drop(row.keyHash));
    return row !== undefined;
  }

  private async lookUp(hash: Buffer): Promise<Identity | null> {
    const ctx = this.database.system();
    const [row] = await ctx.query<{ id: string; workspaceId: string; name: string; lastUsedAt: Date | null }>(
      `select id, workspace_id as "workspaceId", name, last_used_at as "lastUsedAt" from api_key
       where key_hash = $1 and revoked_at is null`,
      [hash],
      { name: 'api_key_resolve' },
    );
    if (!row) return null;
    const now = this.clock.now();
    if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() >= LAST_USED_EVERY_MS) {
      await ctx.query('update api_key set last_used_at = $2 where id = $1', [row.id, now]);
    }
    return { workspaceId: row.workspaceId, actor: { kind: 'api', id: row.id, name: row.name, role: KEY_ROLE } };
  }
}

interface KeyRow {
  id: string;
  name: string;
  prefix: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}
