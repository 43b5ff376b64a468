import type { Change, RecordKind, Records } from './world.types';

type Listener<Kind extends RecordKind> = (change: Change<Kind>) => void;

/** How many changes are kept to look back on. */
const KEPT = 5_000;

/** Tells every listener of each change, and keeps the latest of them. */
export class ChangeFeed {
  readonly log: Change[] = [];
  private seq = 0;
  private readonly listeners = new Map<RecordKind | '*', Set<Listener<RecordKind>>>();

  /** Calls `listener` for each change of that kind (`*`: of any) until the returned function is called. */
  on<Kind extends RecordKind>(kind: Kind | '*', listener: Listener<Kind>): () => void {
    const all = this.listeners.get(kind) ?? new Set();
    this.listeners.set(kind, all);
    all.add(listener as unknown as Listener<RecordKind>);
    return () => void all.delete(listener as unknown as Listener<RecordKind>);
  }

  tell<Kind extends RecordKind>(kind: Kind, record: Records[Kind], verb: string, at: Date): void {
    const change: Change<Kind> = { seq: ++this.seq, kind, record, verb, at };
    this.log.push(change);
    if (this.log.length > KEPT) this.log.shift();
    for (const name of [kind, '*'] as const) for (const listener of this.listeners.get(name) ?? []) listener(change);
  }

  /** Forgets what happened; who listens goes on listening. */
  clear(): void {
    this.log.length = 0;
  }
}
