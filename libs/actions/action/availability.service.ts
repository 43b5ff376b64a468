import type { ConnectorKind } from '@satchel/connectors';
import type { ActionAvailabilityBody, ActionBody, ConnectionBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { decide, NOTHING_GIVEN, type Policy, PolicyService } from '@satchel/policies';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { orderFacts } from '../source/order-facts';
import { type FoundOrder, Sources, type Systems, whyNot } from '../source/sources.service';
import { policyActor, runActor } from '../run/actor';
import { noSuchAction } from '../run/run.errors';
import type { Action, Choice, Scene } from './action';
import { ACTIONS, findAction } from './catalogue';
import { byHand } from './preparation';

/** What was looked up once for the whole list. */
interface Known {
  scene: Scene;
  order: FoundOrder | null;
  /** Why the order could not be read. */
  orderProblem: string | null;
  systems: Systems;
  policy: Policy;
}

/** What the shop is connected to and allows; whoever asks for more than the list reads it once. */
export type Reach = Pick<Known, 'systems' | 'policy'>;

const KINDS: readonly ConnectorKind[] = [...new Set(ACTIONS.flatMap(({ needs }) => (needs ? [needs.kind] : [])))];

/** The catalogue, and what of it can be done for an order or a ticket at this moment. */
@Injectable()
export class Availability {
  constructor(
    private readonly sources: Sources,
    private readonly policies: PolicyService,
  ) {}

  /** Without anything to look at: what there is. */
  catalogue(): ActionBody[] {
    return ACTIONS.map((action) => bodyOf(action, null));
  }

  /** One action, with what its arguments are chosen from. */
  async one(scene: Scene, name: string): Promise<ActionBody> {
    const action = findAction(name);
    if (!action) throw noSuchAction(name);
    const body = bodyOf(action, null);
    const choices = (await action.choices?.(scene)) ?? {};
    return { ...body, arguments: withChoices(body.arguments, choices) };
  }

  async reach(ctx: Ctx): Promise<Reach> {
    const [systems, policy] = await Promise.all([this.sources.systems(ctx, KINDS), this.policies.current(ctx)]);
    return { systems, policy };
  }

  async at(ctx: Ctx, scene: Scene, orderId: string | null, reach?: Reach): Promise<ActionBody[]> {
    const found = orderId ? await this.sources.order(ctx, orderId, scene.customer) : null;
    const known: Known = {
      scene,
      order: found?.ok ? found : null,
      orderProblem: found && !found.ok ? found.message : null,
      ...(reach ?? (await this.reach(ctx))),
    };
    return ACTIONS.map((action) => bodyOf(action, availabilityOf(action, known)));
  }
}

function availabilityOf(action: Action, known: Known): ActionAvailabilityBody {
  const { order, scene } = known;
  const onOrder = 'order' in propertiesOf(action);
  const suggested = onOrder && order ? { order: order.body.number } : {};
  const no = (reason: string, connection: ConnectionBody | null): ActionAvailabilityBody => {
    const task = action.risk !== 'read' && scene.ticketId && action.needs;
    const title = order ? `${action.title}: ${order.body.number}` : action.title;
    const fallback = task ? byHand(reason, title, '') : null;
    return { possible: false, reason, connectionId: connection?.id ?? null, arguments: suggested, fallback };
  };
  if (!action.needs) {
    if (!scene.ticketId) return no('It stands on a ticket.', null);
    return { possible: true, reason: null, connectionId: null, arguments: {}, fallback: null };
  }
  const { kind, capability } = action.needs;
  if (onOrder && known.orderProblem) return no(known.orderProblem, null);
  const candidates =
    onOrder && order ? [{ connection: order.connection, adapter: order.shop }] : known.systems.of(kind);
  const [first] = candidates;
  if (!first) return no(`Nothing is connected for this (${kind}).`, null);
  const whys = candidates.map(({ connection, adapter }) => whyNot(connection, capability, has(adapter, capability)));
  const able = candidates[whys.indexOf(null)];
  if (!able) return no(whys[0]?.message ?? 'The connected system cannot do this.', first.connection);
  if ((kind === 'loyalty' || kind === 'subscription') && !scene.customer)
    return no('It is for a customer: name one.', able.connection);
  const denied = order && onOrder ? deniedFor(action, order, known) : null;
  if (denied) return no(denied, able.connection);
  return { possible: true, reason: null, connectionId: able.connection.id, arguments: suggested, fallback: null };
}

/** What the rules forbid whatever else will be told; what they only put off shows when it is asked for. */
function deniedFor({ name, risk, assurance }: Action, order: FoundOrder, { scene, policy }: Known): string | null {
  const facts = { ...NOTHING_GIVEN, ...orderFacts(order, scene), action: name, risk, assurance };
  const { verdict, reason } = decide(policy, facts, policyActor(runActor(scene.ctx.actor, 3)));
  return verdict === 'deny' ? reason : null;
}

/** A capability is called as the part of the port that carries it. */
const has = (adapter: object, capability: string): boolean =>
  (adapter as Record<string, unknown>)[capability] !== undefined;

const schemas = new Map<string, Record<string, unknown>>();

/** JSON Schema of an action's arguments, as the API's reader and the model see it. */
export function schemaOf(action: Action): Record<string, unknown> {
  const made = schemas.get(action.name) ?? z.toJSONSchema(action.arguments, { io: 'input' });
  schemas.set(action.name, made);
  return made;
}

/** Without a choice, the argument stays as it is: typed. */
function withChoices(schema: Record<string, unknown>, choices: Record<string, Choice[]>): Record<string, unknown> {
  const properties = { ...(schema.properties as Record<string, { type?: unknown; title?: unknown }>) };
  for (const [name, some] of Object.entries(choices)) {
    const known = properties[name];
    if (!known || some.length === 0) continue;
    const oneOf = some.map(({ value, label }) => ({ const: value, title: label }));
    properties[name] = { type: known.type, title: known.title, oneOf } as typeof known;
  }
  return { ...schema, properties };
}

const propertiesOf = (action: Action): object => schemaOf(action).properties ?? {};

function bodyOf(action: Action, availability: ActionAvailabilityBody | null): ActionBody {
  const { name, title, description, risk, assurance, needs, undoable } = action;
  return {
    name,
    title,
    description,
    risk,
    assurance,
    connectionKind: needs?.kind ?? null,
    capability: needs?.capability ?? null,
    arguments: schemaOf(action),
    choices: action.choices !== undefined,
    undoable,
    availability,
  };
}
