import { ROLES, type Assurance, type Role } from '@satchel/contracts';
import type { Actor } from '@satchel/kernel';
import type { PolicyActor } from '@satchel/policies';
import type { RunActor } from './run-row';

const roleOf = (role: string | null): Role | null => ROLES.find((one) => one === role) ?? null;

/** Who asks, kept with the run: whatever goes on with it later judges by this. */
export const runActor = (
  { kind, id, name, role }: Actor,
  assurance: Assurance,
  addresses?: RunActor['addresses'],
): RunActor => ({
  kind,
  id,
  name,
  role: roleOf(role),
  assurance,
  ...(addresses && { addresses }),
});

export const policyActor = ({ kind, role, assurance }: RunActor): PolicyActor => ({ kind, role, assurance });

export function atLeast(actor: Pick<Actor, 'role'>, needed: Role): boolean {
  const role = roleOf(actor.role);
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
