import type { WidgetServerEvents } from '@satchel/contracts';
import { Injectable } from '@nestjs/common';
import type { Reader } from './widget-messages.service';
import type { SessionRow } from './widget-session.queries';

/** A visitor's open socket on this node. */
export interface Listener extends Reader {
  session: SessionRow;
  /** What it was told up to here; null until the first word. */
  cursor: string | null;
  /** The ticket of the newest message it was told. */
  ticketId: string | null;
  emit<K extends keyof WidgetServerEvents>(event: K, ...body: Parameters<WidgetServerEvents[K]>): void;
  /** It comes again and resumes by its cursor. */
  drop(): void;
  /** What is being told runs one after the other, so that nothing comes twice or out of order. */
  turn: Promise<void>;
}

/** Who listens here, by visitor and by workspace: a node without listeners asks the database nothing. */
@Injectable()
export class WidgetListeners {
  private readonly byVisitor = new Map<string, Set<Listener>>();
  private readonly byWorkspace = new Map<string, Set<Listener>>();

  add(listener: Listener): void {
    put(this.byVisitor, keyOf(listener), listener);
    put(this.byWorkspace, listener.ctx.workspaceId, listener);
  }

  remove(listener: Listener): void {
    take(this.byVisitor, keyOf(listener), listener);
    take(this.byWorkspace, listener.ctx.workspaceId, listener);
  }

  of(whose: { connectionId: string; visitorId: string }): readonly Listener[] {
    return [...(this.byVisitor.get(keyOf(whose)) ?? [])];
  }

  in(workspaceId: string): readonly Listener[] {
    return [...(this.byWorkspace.get(workspaceId) ?? [])];
  }

  /** Everybody here, by what they have in common. */
  by(commonOf: (listener: Listener) => string): ReadonlyMap<string, ReadonlySet<Listener>> {
    const groups = new Map<string, Set<Listener>>();
    for (const listeners of this.byWorkspace.values())
      for (const listener of listeners) put(groups, commonOf(listener), listener);
    return groups;
  }
}

export const keyOf = ({ connectionId, visitorId }: { connectionId: string; visitorId: string }): string =>
  `${connectionId} ${visitorId}`;

function put(map: Map<string, Set<Listener>>, key: string, listener: Listener): void {
  map.set(key, (map.get(key) ?? new Set()).add(listener));
}

function take(map: Map<string, Set<Listener>>, key: string, listener: Listener): void {
  const listeners = map.get(key);
  listeners?.delete(listener);
  if (listeners?.size === 0) map.delete(key);
}
