import { Injectable } from '@nestjs/common';
import type { Role } from '@satchel/contracts';
import { Clock, Database, Ids } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import type { Identity } from '../auth/credential-cache';
import { CredentialCache } from '../auth/credential-cache';
import { hashSecret, newSessionToken } from '../auth/secret';
import { verifyPassword } from '../people/password';
import { SessionEntity } from './session.entity';
import { SignInThrottle } from './sign-in-throttle';

export const SESSION_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;
const USER_AGENT_LENGTH = 300;

export type SignInResult =
  | { ok: true; token: string; identity: Identity }
  | { ok: false; code: 'wrong_credentials' }
  | { ok: false; code: 'too_many_tries'; retryAfterSeconds: number };

export interface SignInFrom {
  ip?: string;
  /** The token that the browser still held: it ends with this sign-in. */
  replaces?: string | null;
}

/** Browser sessions: opaque tokens, so that ending one takes effect at once. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cache: CredentialCache,
    private readonly throttle: SignInThrottle,
  ) {}

  async signIn(
    email: string,
    password: string,
    userAgent: string | null,
    from: SignInFrom = {},
  ): Promise<SignInResult> {
    const ip = from.ip ?? 'local';
    const retryAfterSeconds = this.throttle.take(email, ip);
    if (retryAfterSeconds > 0) return { ok: false, code: 'too_many_tries', retryAfterSeconds };

    const account = await this.account(email);
    const right = await verifyPassword(account?.passwordHash ?? null, password);
    if (!account || !right) return { ok: false, code: 'wrong_credentials' };

    this.throttle.clear(email, ip);
    if (from.replaces) await this.signOut(from.replaces);
    await this.database
      .system()
      .query('delete from session where person_id = $1 and expires_at <= $2', [account.personId, this.clock.now()]);
    const token = await this.start(this.database.system(), account, userAgent);
    const actor = { kind: 'person' as const, id: account.personId, name: account.name, role: account.role };
    return { ok: true, token, identity: { workspaceId: account.workspaceId, actor } };
  }

  /** A new session for a person whose right to it was already shown; answers its token. */
  async start(ctx: Ctx, who: { workspaceId: string; personId: string }, userAgent: string | null): Promise<string> {
    const token = newSessionToken();
    const createdAt = this.clock.now();
    await ctx.transaction((tx) =>
      tx.em.insert(SessionEntity, {
        id: this.ids.next(),
        tokenHash: hashSecret(token),
        workspaceId: who.workspaceId,
        personId: who.personId,
        userAgent: userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + SESSION_DAYS * DAY_MS),
      }),
    );
    return token;
  }

  /** Whom the token speaks for, or null when it is unknown or over. */
  async resolve(token: string): Promise<Identity | null> {
    const hash = hashSecret(token);
    return this.cache.get(hash) ?? this.cache.fill(hash, () => this.lookUp(hash));
  }

  async signOut(token: string): Promise<void> {
    const hash = hashSecret(token);
    await this.database.system().query('delete from session where token_hash = $1', [hash]);
    this.cache.drop(hash);
  }

  private async account(email: string): Promise<Account | null> {
    const [account] = await this.database.system().query<Account>(
      `select p.id as "personId", p.name, p.password_hash as "passwordHash", m.workspace_id as "workspaceId", m.role
       from person p join membership m on m.person_id = p.id
       where lower(p.email) = $1 order by m.created_at, m.id limit 1`,
      [email.trim().toLowerCase()],
    );
    return account ?? null;
  }

  private async lookUp(hash: Buffer): Promise<Identity | null> {
    const [row] = await this.database.system().query<Omit<Account, 'passwordHash'>>(
      `select p.id as "personId", p.name, s.workspace_id as "workspaceId", m.role
       from session s join person p on p.id = s.person_id
       join membership m on m.person_id = s.person_id and m.workspace_id = s.workspace_id
       where s.token_hash = $1 and s.expires_at > $2`,
      [hash, this.clock.now()],
      { name: 'session_resolve' },
    );
    if (!row) return null;
    return {
      workspaceId: row.workspaceId,
      actor: { kind: 'person', id: row.personId, name: row.name, role: row.role },
    };
  }
}

interface Account {
  personId: string;
  name: string;
  passwordHash: string;
  workspaceId: string;
  role: Role;
}
