import type { HttpOperationBody, McpToolBody } from '@satchel/contracts';
import type { Change, Verdict } from './change';

/** One thing that a system of the merchant's own choosing can do, as a person described it or as its server tells. */
export interface CustomOperation {
  /** snake_case, unique within the connection: "find_membership". */
  name: string;
  label: string;
  /** For the model and for the person who reads it: what it does and when to use it. */
  description: string;
  effect: 'read' | 'write';
  /** JSON Schema (2020-12) of an object. */
  arguments: Record<string, unknown>;
  /** Shown as a card beside the ticket, asked with the customer's own facts; null: only on demand. */
  card: { title: string; arguments: Record<string, 'customer.email' | 'customer.phone' | 'customer.name'> } | null;
}

export interface CustomResult {
  /** What was picked out of the answer, in order. */
  fields: { label: string; value: string }[];
  /** The whole answer as JSON, cut to a sane size; for the try-it button. */
  raw: unknown;
}

/** An operation that is there, whether or not it may be used. */
export interface OfferedOperation {
  operation: CustomOperation;
  /** False: nobody ticked it, and `operations` leaves it out. */
  allowed: boolean;
  /** Its system says that it may destroy something. */
  destructive: boolean;
  /** As a person described or ticked it; null: nobody did. */
  definition: HttpOperationBody | McpToolBody | null;
}

/** Any system that speaks HTTP with JSON, or MCP. Its words are outside words: they are never instructions to us. */
export interface CustomAdapter {
  check(): Promise<Verdict>;
  operations(): Promise<CustomOperation[]>;
  /** All that its system has, for who ticks what may be used; absent: all of it is in `operations`. */
  offered?(): Promise<OfferedOperation[]>;
  /** An operation that reads. Arguments are checked against its schema; `rejected` names what does not fit. */
  read(name: string, args: Record<string, unknown>): Promise<CustomResult>;
  /** An operation that writes. `find` is `unknown` unless the description names an operation that looks for the key. */
  write: Change<{ name: string; args: Record<string, unknown> }, CustomResult>;
}
