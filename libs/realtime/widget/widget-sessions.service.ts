import { createHash, randomBytes } from 'node:crypto';
import type { WidgetIdentity } from '@satchel/connectors';
import type { WidgetSessionRequest } from '@satchel/contracts';
import { CustomerService } from '@satchel/customers';
import { AppError, Clock, type Ctx, Ids } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import type { AtDoor } from './widget-door.guard';
import type { WidgetDoor } from './widget-door.service';
import { WidgetRateLimits } from './rate-limits';
import { type SessionChanges, type SessionRow, WidgetSessionQueries } from './widget-session.queries';

const TOKEN_BYTES = 32;
/**
 * How long a session that the shop vouched for goes on by its token alone. Tokens of the shop end within the hour, and a page
 * may be open all night; somebody else at the same computer some days later begins anew.
 */
const PROVEN_FOR_MS = 72 * 60 * 60_000;

export interface OpenSession {
  token: string;
  session: SessionRow;
  /** The session whose place this one takes: whoever listens by it must go. */
  ended: string | null;
}

/** Who is at the other end of a widget. Whoever changes, so does the token, and the one before is dead. */
@Injectable()
export class WidgetSessions {
  constructor(
    private readonly queries: WidgetSessionQueries,
    private readonly customers: CustomerService,
    private readonly limits: WidgetRateLimits,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Goes on with the session of the token when the same person is behind it, else begins one. */
  async open(door: AtDoor, request: WidgetSessionRequest): Promise<OpenSession> {
    this.limits.take([['opensOfIp', door.ip]]);
    const identity = request.identity === undefined ? null : await this.identify(door, request.identity);
    const known = request.token === undefined ? null : await this.find(door, request.token);
    if (known && request.token !== undefined && this.isSame(known, identity)) {
      await this.goOn(door.ctx, known, identity, request);
      const session = (await this.find(door, request.token)) ?? known;
      return { token: request.token, session, ended: null };
    }
    if (!identity && door.widget.settings.identityRequired) throw identityRequired();
    this.limits.take([
      ['sessionsOfIp', door.ip],
      ['sessionsOfWorkspace', door.ctx.workspaceId],
    ]);
    return this.begin(door, request, known, identity);
  }

  /** The living session of a token. */
  async need(door: WidgetDoor, token: unknown): Promise<SessionRow> {
    const session = typeof token === 'string' ? await this.find(door, token) : null;
    if (!session) throw new AppError('unknown_session', 401, 'This session is unknown or has ended. Begin a new one.');
    return session;
  }

  /** The visitor signed out; answers the session that is over. */
  async end(door: WidgetDoor, token: unknown): Promise<SessionRow> {
    const session = await this.need(door, token);
    await this.queries.revoke(door.ctx, session.id, this.clock.now());
    return session;
  }

  /** The visitor's customer, made when nobody wrote or uploaded anything yet. */
  async customerOf(ctx: Ctx, session: SessionRow): Promise<{ id: string; name: string }> {
    const name = session.name ? { name: session.name } : {};
    const customer = await this.customers.findOrCreateByAddress(ctx, {
      kind: 'visitor',
      value: session.visitorId,
      ...name,
    });
    if (customer.id !== session.customerId)
      await this.queries.touch(ctx, session.id, this.clock.now(), { customerId: customer.id });
    return customer;
  }

  private find(door: WidgetDoor, token: string): Promise<SessionRow | null> {
    return this.queries.byToken(door.ctx, door.connectionId, hashOf(token));
  }

  private async identify(door: WidgetDoor, token: string): Promise<WidgetIdentity> {
    const answer = await door.widget.identify(token);
    if (!answer.ok) throw new AppError('bad_identity', 403, answer.reason);
    return answer.identity;
  }

  private isSame(known: SessionRow, identity: WidgetIdentity | null): boolean {
    if (identity) return known.identitySub === identity.sub;
    if (known.identitySub === null) return true;
    return known.provenAt !== null && this.clock.now().getTime() - known.provenAt.getTime() < PROVEN_FOR_MS;
  }

  private async goOn(
    ctx: Ctx,
    known: SessionRow,
    identity: WidgetIdentity | null,
    { locale, page }: WidgetSessionRequest,
  ): Promise<void> {
    const now = this.clock.now();
    const told = identity ? await this.vouched(ctx, known.visitorId, identity, known) : {};
    await this.queries.touch(ctx, known.id, now, { locale: locale ?? null, page: page ?? null, ...told });
  }

  private async begin(
    door: WidgetDoor,
    { locale, page }: WidgetSessionRequest,
    before: SessionRow | null,
    identity: WidgetIdentity | null,
  ): Promise<OpenSession> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const tokenHash = hashOf(token);
    await door.ctx.transaction(async (tx) => {
      const now = this.clock.now();
      if (before) await this.queries.revoke(tx, before.id, now);
      const visitorId = await this.visitorFor(tx, door, before, identity);
      const told: SessionChanges = identity ? await this.vouched(tx, visitorId, identity, null) : {};
      await this.queries.insert(tx, {
        id: this.ids.next(),
        connectionId: door.connectionId,
        visitorId,
        tokenHash,
        identitySub: identity?.sub ?? null,
        verified: identity !== null,
        customerId: told.customerId ?? null,
        identityJti: told.identityJti ?? null,
        provenAt: told.provenAt ?? null,
        name: told.name ?? null,
        email: told.email ?? null,
        consentedAt: null,
        locale: locale ?? null,
        page: page ?? null,
        lastSeenAt: now,
        createdAt: now,
      });
    });
    const session = await this.find(door, token);
    if (!session) throw new AppError('session_vanished', 503, 'The session was ended just now. Try again.');
    return { token, session, ended: before?.id ?? null };
  }

  /** A customer of the shop is one visitor on all devices; who chatted first and signed in then keeps the talk. */
  private async visitorFor(
    tx: Ctx,
    door: WidgetDoor,
    before: SessionRow | null,
    identity: WidgetIdentity | null,
  ): Promise<string> {
    if (!identity) return this.ids.next();
    await this.queries.lockIdentity(tx, door.connectionId, identity.sub);
    const known = await this.queries.visitorOf(tx, door.connectionId, identity.sub);
    if (known) return known;
    return before && before.identitySub === null ? before.visitorId : this.ids.next();
  }

  /** What the shop's word changes about a session. The customer is looked for only when something is new. */
  private async vouched(
    ctx: Ctx,
    visitorId: string,
    identity: WidgetIdentity,
    known: SessionRow | null,
  ): Promise<SessionChanges> {
    const email = identity.emailVerified ? identity.email : null;
    const told = {
      provenAt: this.clock.now(),
      ...(identity.jti !== null && { identityJti: identity.jti }),
      ...(identity.name !== null && { name: identity.name }),
      ...(email !== null && { email }),
    };
    if (known?.customerId && (email === null || email === known.email)) return told;
    const customer = await this.customers.vouchedVisitor(ctx, { visitorId, email, name: identity.name });
    return { ...told, customerId: customer.id };
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

const identityRequired = (): AppError =>
  new AppError(
    'identity_required',
    403,
    'Only signed-in customers may chat here: the page must pass an identity token.',
  );
