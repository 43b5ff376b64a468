import type { FastifyReply, FastifyRequest } from 'fastify';

export interface Webhook {
  id: string;
  url: string;
  topics: string[];
  enabled: boolean;
  created_at: string;
  secret: string;
}

export interface Kept {
  webhooks: Webhook[];
  scopes: string[];
}
export type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;
export type Route = (method: 'get' | 'post' | 'put' | 'delete', path: string, scope: string, handle: Handler) => void;
