import type { Frame } from '../conversation/memory';
import type { Understanding, Wish } from '../understand/understanding';
import type { ProcedureDocument } from './document';

/** A procedure with the version that holds now; 0: as the house ships it. */
export interface ActiveProcedure {
  document: ProcedureDocument;
  version: number;
}

/** More wishes of one message are a person's. */
export const MAX_WISHES = 4;
const WISH_CHARS = 600;

export function procedureFor(
  wish: Pick<Wish, 'intent'>,
  procedures: readonly ActiveProcedure[],
): ActiveProcedure | null {
  return procedures.find(({ document }) => !document.off && document.intents.includes(wish.intent)) ?? null;
}

/** What a wish says on its own; one that stands alone may use every sentence of the message. */
export function framesOf(
  wish: Wish,
  active: ActiveProcedure,
  message: { text: string; meaning: Understanding; alone: boolean },
): Frame[] {
  const { document, version } = active;
  const entities = message.alone ? message.meaning.entities : wish.entities;
  const [orderSlot, slot] = Object.entries(document.slots).find(([, each]) => each.kind === 'order') ?? [];
  const base = {
    wish: (message.alone ? message.text : wish.text).slice(0, WISH_CHARS),
    ...(entities.trackingNumbers.length > 0 && { tracking: entities.trackingNumbers }),
    ...(entities.days.length > 0 && { days: entities.days }),
    ...(entities.codes.length > 0 && { codes: entities.codes }),
  };
  const frame = (orders: string[]): Frame => ({
    procedure: document.name,
    version,
    intent: wish.intent,
    slots: { ...base, ...(orderSlot && orders.length > 0 && { [orderSlot]: orders }) },
    asked: {},
    waitsFor: null,
  });
  const { orderNumbers } = entities;
  // A question may be about several orders at once; a change is one order's, so each has a turn of its own.
  if (orderNumbers.length < 2 || slot?.live) return [frame(orderNumbers)];
  return orderNumbers.slice(0, MAX_WISHES).map((number) => frame([number]));
}

/** The same wish said again goes on with what is under way. */
export function sameWish(frame: Frame, wish: Wish): boolean {
  return frame.intent === wish.intent;
}

export const bare = (number: string): string => number.replace(/^#/, '').toUpperCase();

/** The order that a wish is about, as far as it is known. */
export function orderOf({ slots }: Frame): string | null {
  const [first] = Array.isArray(slots.order) ? slots.order : [];
  return typeof first === 'string' ? first : null;
}

/** The wish names orders, and the one under way is about none of them. */
export function isOfAnother(frame: Frame, { entities }: Wish): boolean {
  const own = orderOf(frame);
  return own !== null && entities.orderNumbers.length > 0 && !entities.orderNumbers.includes(bare(own));
}
