import type { ConnectorKind } from '@satchel/connectors';
import type { ActionRisk, Assurance, CustomerBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import type { z } from 'zod';
import type { Sources } from '../source/sources.service';
import type { Preparation } from './preparation';

/** One value of an argument, as a person knows it. */
export interface Choice {
  value: string;
  label: string;
}

/** Where an action is asked for: everything but its arguments. */
export interface Scene {
  ctx: Ctx;
  now: Date;
  ticketId: string | null;
  customer: CustomerBody | null;
  /** Where an answer to the customer goes, when it is asked for on their word. */
  destination: string | null;
  sources: Sources;
}

/**
 * One thing that can be done, whoever asks. Money moves and the world changes only through `steps`, which the engine
 * carries out once and reads back; `prepare` itself changes nothing.
 */
export interface Action<A = unknown> {
  name: string;
  title: string;
  /** For people and for the model: what it does and when to use it. */
  description: string;
  risk: ActionRisk;
  /** What the customer's identity must be when the AI acts on their word. */
  assurance: Assurance;
  /** Null: it needs no outside system. */
  needs: { kind: ConnectorKind; capability: string } | null;
  undoable: boolean;
  /** A strict object: `parse` refuses what it does not know. */
  arguments: z.ZodType<A>;
  /** What an argument is chosen from, as the connected system tells it; an argument left out is typed. */
  choices?(scene: Scene): Promise<Record<string, Choice[]>>;
  prepare(scene: Scene, args: A): Promise<Preparation>;
}

/** Keeps the argument type inside the action's file; the catalogue holds actions of any arguments. */
export function defineAction<A>(action: Action<A>): Action {
  return { ...action, prepare: (scene, args) => action.prepare(scene, args as A) };
}
