import type { Ctx } from '@satchel/kernel';
import type { Person } from './person';
import type { Sources } from './sources';

/** One reading of a customer's context: whom it is about, how long each system has, and how they answered. */
export interface Inquiry {
  ctx: Ctx;
  person: Person;
  sources: Sources;
  /** Past what is kept for a minute. */
  fresh: boolean;
  /** What is left of the time that whoever looks at the screen is given. */
  limitMs: () => number;
}
