import type { FastifyReply, FastifyRequest } from 'fastify';

export interface Webhook {
  id: number;
  address: string;
  topic: string;
  created_at: string;
}

export type Scope = `${'read' | 'write'}_${'customers' | 'subscriptions' | 'orders'}`;

/** What it keeps besides the world. */
export interface Kept {
  /** Of a cancelled subscription. */
  comments: Map<number, string>;
  webhooks: Webhook[];
  /** The token's; null: all. */
  scopes: Scope[] | null;
}

export type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;
export type Route = (
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  scope: Scope | null,
  handle: Handler,
) => void;
