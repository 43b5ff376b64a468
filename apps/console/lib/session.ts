import { type MeBody, type Role, ROLES } from '@satchel/contracts';
import { createContext, useContext } from 'react';

export const SessionContext = createContext<MeBody | null>(null);

/** Who works here. Only below the signed-in shell. */
export function useMe(): MeBody {
  const me = useContext(SessionContext);
  if (!me) throw new Error('useMe stands outside the signed-in shell');
  return me;
}

/** Whether who is signed in may do what takes this role. */
export function useAtLeast(role: Role): boolean {
  return ROLES.indexOf(useMe().person.role) >= ROLES.indexOf(role);
}

/** Whether who is signed in may change what concerns everybody. */
export function useIsAdmin(): boolean {
  const { role } = useMe().person;
  return role === 'admin' || role === 'owner';
}
