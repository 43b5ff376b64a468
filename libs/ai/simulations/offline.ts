import type { Actor } from '@satchel/kernel';
import { Ctx } from '@satchel/kernel';

const AI: Actor = { kind: 'ai', id: null, name: 'Satchel AI', role: null };

const refuse = (): never => {
  throw new Error('a simulation asks no database');
};

/** A context behind which there is no database: whatever asks for one fails, so nothing can be left behind. */
export function offline(workspaceId: string): Ctx {
  const open = { query: refuse, afterCommit: [] };
  const connections = {
    use: refuse,
    transaction: (_workspace: string, work: (tx: unknown) => unknown) => work(open),
  };
  return new Ctx(connections as unknown as ConstructorParameters<typeof Ctx>[0], workspaceId, AI, 'simulation');
}
