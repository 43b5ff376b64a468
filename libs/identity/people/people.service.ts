import { Injectable } from '@nestjs/common';
import type { MeBody, PersonBody, Role } from '@satchel/contracts';
import { Clock, Ids } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { emailTaken, notFound, ownerOnly } from '../identity.errors';
import { WorkspaceService } from '../workspace/workspace.service';
import { MembershipEntity } from './membership.entity';
import { hashPassword } from './password';

export interface NewPerson {
  workspaceId: string;
  email: string;
  name: string;
  password: string;
  role: Role;
}

const MEMBERS = `select p.id, p.name, p.email, m.role
  from membership m join person p on p.id = m.person_id where m.workspace_id = $1`;

@Injectable()
export class PeopleService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly workspaces: WorkspaceService,
  ) {}

  /** A new person with a membership. An address that has an account anywhere is refused, never taken over. */
  async create(ctx: Ctx, input: NewPerson): Promise<PersonBody> {
    if (input.role === 'owner' && !['owner', null].includes(ctx.actor.role)) throw ownerOnly();
    const email = input.email.trim().toLowerCase();
    const person = { id: this.ids.next(), email, name: input.name.trim(), role: input.role };
    const passwordHash = await hashPassword(input.password);
    const createdAt = this.clock.now();
    await ctx.transaction(async (tx) => {
      const inserted = await tx.query(
        `insert into person (id, email, name, password_hash, created_at) values ($1, $2, $3, $4, $5)
         on conflict (lower(email)) do nothing returning id`,
        [person.id, email, person.name, passwordHash, createdAt],
      );
      if (inserted.length === 0) throw emailTaken(email);
      const { workspaceId, role } = input;
      await tx.em.insert(MembershipEntity, { id: this.ids.next(), workspaceId, personId: person.id, role, createdAt });
    });
    return { id: person.id, name: person.name, email, role: person.role };
  }

  /** Everyone who works here, by name. */
  list(ctx: Ctx): Promise<PersonBody[]> {
    return ctx.query<PersonBody>(`${MEMBERS} order by lower(p.name), p.id`, [ctx.workspaceId]);
  }

  async get(ctx: Ctx, id: string): Promise<PersonBody | null> {
    const [person] = await ctx.query<PersonBody>(`${MEMBERS} and p.id = $2`, [ctx.workspaceId, id]);
    return person ?? null;
  }

  /** Who the caller is. An API key has no person behind it: its own name and role stand there, without an address. */
  async me(ctx: Ctx): Promise<MeBody> {
    const { id, slug, name } = await this.workspaces.get(ctx);
    return { person: await this.caller(ctx), workspace: { id, slug, name } };
  }

  private async caller(ctx: Ctx): Promise<PersonBody> {
    const { kind, id, name, role } = ctx.actor;
    if (kind === 'api') return { id: id ?? '', name, email: '', role: (role ?? 'agent') as Role };
    const person = id ? await this.get(ctx, id) : null;
    if (!person) throw notFound('person');
    return person;
  }
}
