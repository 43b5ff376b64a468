import type { Frame, Memory } from '../conversation/memory';
import type { Understanding, Wish } from '../understand/understanding';
import type { ActiveProcedure } from './frames';
import { bare, isOfAnother, procedureFor, sameWish } from './frames';
import { CODE, DETAILS } from './identity';

export interface Scene {
  /** What came to an end before this message. */
  done: Memory['done'];
  correction: boolean;
  procedures: readonly ActiveProcedure[];
}

/** Whether a wish goes on with what is under way, and is no other one of the same kind. */
export function goesOn(scene: Scene, frame: Frame, wish: Wish): boolean {
  if (!sameWish(frame, wish) || isAfterAll(scene, frame, wish)) return false;
  const { waitsFor } = frame;
  const mayBeMended = !waitsFor || waitsFor.startsWith('confirm:') || waitsFor === DETAILS || waitsFor === CODE;
  return mayBeMended || scene.correction || !wish.sure || !isOfAnother(frame, wish);
}

/** They said no to this very order's wish before, and now they name it again. */
export function isAfterAll({ done, procedures }: Scene, frame: Frame, wish: Wish): boolean {
  if (sameWish(frame, wish) && !isOfAnother(frame, wish)) return false;
  const name = procedureFor(wish, procedures)?.document.name;
  const numbers = wish.entities.orderNumbers;
  return done.some(
    ({ procedure, outcome, order }) =>
      procedure === name && outcome === 'declined' && (!order || numbers.length === 0 || numbers.includes(bare(order))),
  );
}

/** They correct the order of what came to nothing. */
export function meansAnother({ slots }: Frame, { correction, entities }: Understanding): boolean {
  return correction && entities.orderNumbers.length > 0 && 'order' in slots;
}
