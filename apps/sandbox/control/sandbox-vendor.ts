import type { FastifyInstance, FastifyReply } from 'fastify';
import type { World } from '../seed/world';
import type { Faults } from './faults';

/** What every simulated vendor shares. */
export interface House {
  world: World;
  faults: Faults;
  /** The sandbox's clock; `/__control/clock` moves it. */
  now: () => Date;
  /** Where this sandbox is reached, known once it listens. */
  url: () => string;
}

/**
 * A vendor that speaks HTTP below its own prefix. It is registered by one line in `vendors.ts`, and its faults,
 * its reset and its tokens' end come with that.
 */
export interface SandboxVendor {
  /** As `/__control/faults {vendor}` names it. */
  id: string;
  /** What its paths begin with, as "/shopify". */
  prefix: string;
  routes(app: FastifyInstance, house: House): void;
  /** Its own way to say 429. */
  throttled?(reply: FastifyReply): FastifyReply;
  /** Its own way to say 500. */
  broken?(reply: FastifyReply): FastifyReply;
  /** Its own way to say that the token has ended: 401 when absent. */
  expired?(reply: FastifyReply): FastifyReply;
  /** Its own way to say that the token lacks a scope: 403 when absent. */
  unscoped?(reply: FastifyReply): FastifyReply;
  /** Plays `lose_answer` and `500_after` itself: by its requests' method nobody sees which of them change something. */
  playsWrites?: boolean;
  /** Modes of its own besides the usual ones. */
  faults?: readonly string[];
  /** Forgets what it keeps besides the world. */
  reset?(): void;
  /** Ends every token that it gave out. */
  revoke?(): void;
}
