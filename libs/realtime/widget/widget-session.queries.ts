import type { Ctx } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { WidgetSessionEntity } from './widget-session.entity';

export type SessionRow = Pick<
  WidgetSessionEntity,
  | 'id'
  | 'visitorId'
  | 'customerId'
  | 'identitySub'
  | 'verified'
  | 'provenAt'
  | 'name'
  | 'email'
  | 'locale'
  | 'consentedAt'
>;

export type SessionChanges = Partial<
  Pick<
    WidgetSessionEntity,
    'customerId' | 'name' | 'email' | 'locale' | 'page' | 'identityJti' | 'consentedAt' | 'provenAt'
  >
>;

export type NewSession = Omit<
  WidgetSessionEntity,
  'workspaceId' | 'lastSeenMessageAt' | 'seenAt' | 'mailedMessageAt' | 'revokedAt'
>;

/** What the visitor has seen, over all their devices. */
export interface Seen {
  until: Date | null;
  at: Date | null;
}

const ROW = `id, visitor_id as "visitorId", customer_id as "customerId", identity_sub as "identitySub", verified,
  proven_at as "provenAt", name, email, locale,
  consented_at as "consentedAt"`;
/** A browser that did not come back for this long starts anew. */
const KEPT = '180 days';

@Injectable()
export class WidgetSessionQueries {
  /** A living session of this chat. */
  async byToken(ctx: Ctx, connectionId: string, tokenHash: Buffer): Promise<SessionRow | null> {
    const rows = await ctx.query<SessionRow>(
      `select ${ROW} from widget_session where workspace_id = $1 and connection_id = $2 and token_hash = $3
         and revoked_at is null and last_seen_at > now() - interval '${KEPT}'`,
      [ctx.workspaceId, connectionId, tokenHash],
      { name: 'widget.session' },
    );
    return rows[0] ?? null;
  }

  /** One sign-in at a time per customer of the shop: two devices at once become one visitor. */
  async lockIdentity(tx: Ctx, connectionId: string, sub: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`widget:${connectionId}:${sub}`]);
  }

  async visitorOf(ctx: Ctx, connectionId: string, sub: string): Promise<string | null> {
    const rows = await ctx.query<{ visitorId: string }>(
      `select visitor_id as "visitorId" from widget_session
       where workspace_id = $1 and connection_id = $2 and identity_sub = $3 order by created_at limit 1`,
      [ctx.workspaceId, connectionId, sub],
    );
    return rows[0]?.visitorId ?? null;
  }

  async insert(ctx: Ctx, session: NewSession): Promise<void> {
    await ctx.query(
      `insert into widget_session (id, workspace_id, connection_id, visitor_id, customer_id, token_hash, identity_sub, identity_jti,
         verified, proven_at, name, email, consented_at, locale, page, last_seen_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        session.id,
        ctx.workspaceId,
        session.connectionId,
        session.visitorId,
        session.customerId,
        session.tokenHash,
        session.identitySub,
        session.identityJti,
        session.verified,
        session.provenAt,
        session.name,
        session.email,
        session.consentedAt,
        session.locale,
        session.page === null ? null : JSON.stringify(session.page),
        session.lastSeenAt,
        session.createdAt,
      ],
    );
  }

  /** What is new about a session; a field left out stays. */
  async touch(ctx: Ctx, id: string, at: Date, changes: SessionChanges = {}): Promise<void> {
    await ctx.query(
      `update widget_session set last_seen_at = greatest(last_seen_at, $3), customer_id = coalesce($4, customer_id), name = coalesce($5, name),
         email = coalesce($6, email), locale = coalesce($7, locale), page = coalesce($8, page), identity_jti = coalesce($9, identity_jti),
         consented_at = coalesce(consented_at, $10), proven_at = coalesce($11, proven_at)
       where workspace_id = $1 and id = $2`,
      [
        ctx.workspaceId,
        id,
        at,
        changes.customerId ?? null,
        changes.name ?? null,
        changes.email ?? null,
        changes.locale ?? null,
        changes.page ? JSON.stringify(changes.page) : null,
        changes.identityJti ?? null,
        changes.consentedAt ?? null,
        changes.provenAt ?? null,
      ],
    );
  }

  /** Whose socket is open counts as here. */
  async stillHere(ctx: Ctx, ids: readonly string[], at: Date): Promise<void> {
    await ctx.query(
      'update widget_session set last_seen_at = greatest(last_seen_at, $3) where workspace_id = $1 and id = any($2::uuid[])',
      [ctx.workspaceId, ids, at],
    );
  }

  async revoke(ctx: Ctx, id: string, at: Date): Promise<boolean> {
    const rows = await ctx.query(
      'update widget_session set revoked_at = $3 where workspace_id = $1 and id = $2 and revoked_at is null returning id',
      [ctx.workspaceId, id, at],
    );
    return rows.length > 0;
  }

  async markSeen(ctx: Ctx, id: string, until: Date, at: Date): Promise<void> {
    await ctx.query(
      `update widget_session set last_seen_at = greatest(last_seen_at, $4), last_seen_message_at = greatest(last_seen_message_at, $3),
         seen_at = case when last_seen_message_at is null or last_seen_message_at < $3 then $4 else seen_at end
       where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id, until, at],
    );
  }

  async seen(ctx: Ctx, connectionId: string, visitorId: string): Promise<Seen> {
    const rows = await ctx.query<Seen>(
      `select max(last_seen_message_at) as until, max(seen_at) as at from widget_session
       where workspace_id = $1 and connection_id = $2 and visitor_id = $3`,
      [ctx.workspaceId, connectionId, visitorId],
      { name: 'widget.seen' },
    );
    return rows[0] ?? { until: null, at: null };
  }
}
