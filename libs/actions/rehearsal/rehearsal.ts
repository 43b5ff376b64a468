import type { AdapterOf, ConnectorKind } from '@satchel/connectors';
import type { ActionRunBody, ConnectionBody, CustomerBody, OrderBody, ProductBody } from '@satchel/contracts';
import type { Clock, Ctx, Ids } from '@satchel/kernel';
import { AppError } from '@satchel/kernel';
import type { Policy } from '@satchel/policies';
import { Availability } from '../action/availability.service';
import { Changes } from '../change/changes.service';
import { ActionDecisions } from '../run/decisions.service';
import { Performer } from '../run/performer.service';
import { ActionRuns } from '../run/run.service';
import { Settlement } from '../run/settlement.service';
import { bodyOf } from '../run/run-body';
import { FactsReader } from '../source/facts.service';
import { Sources } from '../source/sources.service';
import { findAction } from '../action/catalogue';
import { MemoryGiven } from './memory-given';
import { MemoryRuns } from './memory-runs';

/** One system of a world in memory, as a connection would open it. */
export interface RehearsedSystem<K extends ConnectorKind = ConnectorKind> {
  connection: ConnectionBody;
  adapter: AdapterOf[K];
}

/** The shop side of a world in memory: what the commerce room would answer. */
export interface RehearsedCommerce {
  findOrders(
    ctx: Ctx,
    query: { number?: string; email?: string },
  ): Promise<{ orders: OrderBody[]; problems: string[] }>;
  order(ctx: Ctx, id: string): Promise<OrderBody | null>;
  products(ctx: Ctx, filter: { sku?: string; text?: string }, limit: number): Promise<ProductBody[]>;
}

export interface Stage {
  systems: readonly RehearsedSystem[];
  commerce: RehearsedCommerce;
  policy: Policy;
  customer: CustomerBody;
  /** How many orders they placed within 90 days. */
  orders: number;
  tags: readonly string[];
  ticketId: string;
  clock: Clock;
  ids: Ids;
}

/** The engine of actions over a world in memory: it decides, performs and reads back as it does in earnest. */
export interface Rehearsal {
  runs: ActionRuns;
  decisions: ActionDecisions;
  availability: Availability;
  sources: Sources;
  /** Everything that was asked for, oldest first. */
  done(): ActionRunBody[];
}

/** The part of a service that the engine uses, from somewhere else. */
const as = <T>(part: object): T => part as T;

export function rehearse(stage: Stage): Rehearsal {
  const { systems, commerce, policy, customer, orders, tags, ticketId, clock, ids } = stage;
  const kept = new MemoryRuns();
  const connections = as<ConstructorParameters<typeof Changes>[0]>({
    get: async (_ctx: Ctx, id: string) => systemOf(systems, id).connection,
    adapter: async (_ctx: Ctx, id: string) => systemOf(systems, id).adapter,
    byKind: async (_ctx: Ctx, kind: ConnectorKind) => systems.filter(({ connection }) => connection.kind === kind),
    byKinds: async () => systems,
  });
  const shop = as<ConstructorParameters<typeof Sources>[0]>({ ...boundTo(commerce), changed: () => undefined });
  const policies = as<ConstructorParameters<typeof Availability>[1]>({ current: async () => policy });
  const events = as<ConstructorParameters<typeof ActionRuns>[6]>({ append: async () => undefined });
  const settlement = new Settlement(
    as(kept),
    events,
    as({ note: async () => undefined }),
    as({ enqueue: async () => undefined }),
    clock,
  );
  const facts = new FactsReader(as(new MemoryGiven(kept, { tags, orders })), clock);
  const sources = new Sources(shop, connections, as(kept), clock);
  const changes = new Changes(connections, as({ for: () => nothingToDo }));
  const pause = { for: async () => undefined };
  const performer = new Performer(as(kept), changes, shop, settlement, pause, clock, as({ warn: () => undefined }));
  const runs = new ActionRuns(
    as(kept),
    sources,
    policies,
    facts,
    performer,
    settlement,
    events,
    as({ get: async (_ctx: Ctx, id: string) => (id === customer.id ? customer : null) }),
    as({
      byId: async (_ctx: Ctx, id: string) => (id === ticketId ? { id, customer: { id: customer.id }, tags } : null),
    }),
    clock,
    ids,
  );
  const decisions = new ActionDecisions(
    ...([as(kept), runs, policies, facts, performer, settlement, events, clock, ids] as ConstructorParameters<
      typeof ActionDecisions
    >),
  );
  const availability = new Availability(sources, policies);
  return {
    runs,
    decisions,
    availability,
    sources,
    done: () => kept.all().map((row) => bodyOf(row, findAction(row.name))),
  };
}

/** A task for a person stands nowhere. */
const nothingToDo = { perform: async () => ({}), find: async () => ({}) };

function systemOf(systems: readonly RehearsedSystem[], id: string): RehearsedSystem {
  const system = systems.find(({ connection }) => connection.id === id);
  if (!system) throw new AppError('not_found', 404, 'There is no such connection.');
  return system;
}

const boundTo = (commerce: RehearsedCommerce): RehearsedCommerce => ({
  findOrders: (ctx, query) => commerce.findOrders(ctx, query),
  order: (ctx, id) => commerce.order(ctx, id),
  products: (ctx, filter, limit) => commerce.products(ctx, filter, limit),
});
