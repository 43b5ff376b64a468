import { Injectable } from '@nestjs/common';
import type { PreferencesBody, UpdatePreferencesRequest } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { notFound } from '../identity.errors';

const USUAL: PreferencesBody = { undoSeconds: null, notify: { assigned: false, replied: false } };

/** A member who wants to be told of something by mail. */
export interface Listener {
  id: string;
  name: string;
  email: string;
}

/** What people choose for themselves, in one workspace. */
@Injectable()
export class PreferencesService {
  async get(ctx: Ctx): Promise<PreferencesBody> {
    return this.own(
      await ctx.query<Stored>('select preferences from membership where workspace_id = $1 and person_id = $2', [
        ctx.workspaceId,
        ctx.actor.kind === 'person' ? ctx.actor.id : null,
      ]),
    );
  }

  async update(ctx: Ctx, changes: UpdatePreferencesRequest): Promise<PreferencesBody> {
    const before = await this.get(ctx);
    const next: PreferencesBody = {
      undoSeconds: changes.undoSeconds === undefined ? before.undoSeconds : changes.undoSeconds,
      notify: { ...before.notify, ...changes.notify },
    };
    return this.own(
      await ctx.query<Stored>(
        'update membership set preferences = $3 where workspace_id = $1 and person_id = $2 returning preferences',
        [ctx.workspaceId, ctx.actor.id, JSON.stringify(next)],
      ),
    );
  }

  /** The person, if they are a member who asked for it. */
  async wants(ctx: Ctx, personId: string, what: keyof PreferencesBody['notify']): Promise<Listener | null> {
    const rows = await ctx.query<Listener>(
      `select p.id, p.name, p.email from membership m join person p on p.id = m.person_id
       where m.workspace_id = $1 and m.person_id = $2 and m.preferences -> 'notify' ->> $3 = 'true'`,
      [ctx.workspaceId, personId, what],
    );
    return rows[0] ?? null;
  }

  private own([row]: Stored[]): PreferencesBody {
    if (!row) throw notFound('person');
    const { undoSeconds = USUAL.undoSeconds, notify } = row.preferences;
    return { undoSeconds, notify: { ...USUAL.notify, ...notify } };
  }
}

interface Stored {
  preferences: Partial<PreferencesBody>;
}
