import type { AddressKind, EvidenceBody, OrderBody, ShipmentBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { z } from 'zod';

/** How sure we are who the customer is: 0 anonymous, 1 claimed, 2 matched, 3 verified. */
export type Assurance = 0 | 1 | 2 | 3;

export interface Address {
  kind: AddressKind;
  value: string;
}

/** The look-ups that tools may make; the commerce room's service satisfies it. */
export interface OrderLookups {
  findOrders(
    ctx: Ctx,
    query: { number?: string; email?: string },
  ): Promise<{ orders: OrderBody[]; problems: string[] }>;
  track(ctx: Ctx, trackingNumber: string, carrierHint?: string): Promise<ShipmentBody | null>;
}

/** Everything about "who" and "where to", set by the server before the first model call. No tool argument can change it. */
export interface ToolBinding {
  ticketId: string;
  customerId: string;
  /** Where the reply will go. */
  destination: Address | null;
  assurance: Assurance;
  /** The customer's own addresses that are verified; beside the destination these count at assurance 2 and up. */
  verifiedAddresses: Address[];
  lookups: OrderLookups;
  now: () => Date;
  /** Order numbers asked for in this conversation that gave nothing, earlier turns included. */
  misses: number;
  /** Tracking numbers of orders that were disclosed in this turn. */
  disclosed: Map<string, { orderNumber: string; carrier: string | null }>;
  /** Who they proved to be in this conversation (an order that matches, a one-time code), with the addresses that proves. */
  stepUp?: { level: 2 | 3; addresses: Address[] } | null;
  /** People type to each other here, and are done within the hour. */
  live?: boolean;
  /** The customer's language, as far as it is known: for the shop's own words to them. */
  language?: string | null;
  /** What this turn put before the customer; one thing at a time. */
  proposed?: Proposal | null;
}

/** What waits for the customer's yes, as the server rendered it. */
export interface Proposal {
  runId: string;
  action: string;
  summary: string;
  facts: { label: string; value: string }[];
  /** Of what was shown: at the yes it must still be the same. */
  hash: string;
}

export interface ToolResult {
  ok: boolean;
  /** What the model sees, as JSON; every value in it counts as a fact for the grounding gate. */
  data: unknown;
  evidence: EvidenceBody[];
  /** One line for the person who reads the turn. */
  summary: string;
  /** A look-up by number that told nothing: counted against guessing. */
  missed?: boolean;
  /** It waits for the customer's yes as soon as our words reach them. */
  proposal?: Proposal;
  /** The run of an action that was asked for. */
  runId?: string;
}

/** One thing the AI may call: a look-up, or an action that its policy lets the AI propose. Nothing changes before a yes. */
export interface AiTool<S extends z.ZodType = z.ZodType> {
  name: string;
  /** For the model. */
  description: string;
  schema: S;
  run(ctx: Ctx, binding: ToolBinding, args: z.infer<S>): Promise<ToolResult>;
}

/** Keeps the argument type inside the tool's file; the toolbox holds tools of any schema. */
export function defineTool<S extends z.ZodType>(tool: AiTool<S>): AiTool {
  return { ...tool, run: (ctx, binding, args) => tool.run(ctx, binding, args as z.infer<S>) };
}
