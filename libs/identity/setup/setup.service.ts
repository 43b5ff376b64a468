import { Inject, Injectable, Optional } from '@nestjs/common';
import type { BootBody, SetupRequest } from '@satchel/contracts';
import { Database } from '@satchel/kernel';
import type { Identity } from '../auth/credential-cache';
import { alreadySetUp } from '../identity.errors';
import { PeopleService } from '../people/people.service';
import { SessionService } from '../sessions/session.service';
import { WorkspaceService } from '../workspace/workspace.service';
import { DEMO_LOGIN } from './demo-login';
import type { DemoLogin } from './demo-login';
import { slugOf } from './slug';

/** Two set-ups at once must make one workspace; the number only has to differ from other advisory locks. */
const SETUP_LOCK = 7_245_310_001;

/** The first minutes of an installation. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: Database,
    private readonly workspaces: WorkspaceService,
    private readonly people: PeopleService,
    private readonly sessions: SessionService,
    @Optional() @Inject(DEMO_LOGIN) private readonly demo?: DemoLogin,
  ) {}

  /** The demo's login is an owner's: only who sits at its machine gets it offered. */
  async boot(visitor: { onThisMachine: boolean }): Promise<BootBody> {
    const workspaces = await this.workspaces.list(this.database.system());
    return { needsSetup: workspaces.length === 0, demo: visitor.onThisMachine ? (this.demo?.() ?? null) : null };
  }

  /** Makes the first workspace and its owner, who is signed in by the answer. Refused when there is one already. */
  async setUp(input: SetupRequest, userAgent: string | null): Promise<{ token: string; identity: Identity }> {
    return this.database.system().transaction(async (ctx) => {
      await ctx.query('select pg_advisory_xact_lock($1)', [SETUP_LOCK]);
      if ((await this.workspaces.list(ctx)).length > 0) throw alreadySetUp();
      const name = input.workspaceName.trim();
      const { id: workspaceId } = await this.workspaces.create(ctx, { slug: slugOf(name), name });
      const owner = await this.people.create(ctx, { ...input, workspaceId, role: 'owner' });
      const token = await this.sessions.start(ctx, { workspaceId, personId: owner.id }, userAgent);
      const actor = { kind: 'person' as const, id: owner.id, name: owner.name, role: owner.role };
      return { token, identity: { workspaceId, actor } };
    });
  }
}
