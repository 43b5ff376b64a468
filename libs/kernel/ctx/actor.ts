export type ActorKind = 'person' | 'api' | 'customer' | 'ai' | 'system';

/** Who does it. `role` is 'agent' | 'lead' | 'admin' | 'owner' for a person or an API key, else null. */
export interface Actor {
  kind: ActorKind;
  id: string | null;
  name: string;
  role: string | null;
}

/** The house itself: jobs, subscribers, readers of the log. */
export const SYSTEM: Actor = { kind: 'system', id: null, name: 'Satchel', role: null };

/** The workspace of the house itself: it sees every row. Never given to a request. */
export const EVERY_WORKSPACE = '*';
