import type { ReturnBody } from '@satchel/contracts';
import { fieldsIn, listIn, textIn } from '../../../vendor/loose';
import type { Entry } from '../changes/action-log';
import { countIn, idIn, wordIn } from '../facts';
import type { Fields } from '../lightspeed.client';
import type { WholeOrder } from './whole-order';

export const RETURN_NOTE = 'return_note';

/** Lines of a return by the order's own, which know their titles. */
export function returnLines(pieces: readonly unknown[], lines: readonly Fields[]): ReturnBody['lines'] {
  const titles = new Map(lines.map((line) => [idIn(line.id), wordIn(line.productTitle) ?? '']));
  return pieces.map(fieldsIn).map((piece) => {
    const orderLineId = idIn(piece.id);
    return { orderLineId, title: titles.get(orderLineId) ?? '', quantity: countIn(piece.quantity) };
  });
}

/** A return that we keep on the order, where the shop's API takes none. */
export function noteReturn(entry: Entry, lines: readonly Fields[]): ReturnBody {
  return {
    externalId: `note:${entry.key}`,
    number: null,
    status: 'requested',
    reason: wordIn(entry.before.reason),
    lines: returnLines(listIn(entry.before.pieces), lines),
    requestedAt: entry.at,
    instructionsUrl: null,
  };
}

/** How the memo names a return of ours, for staff and for us. */
export const returnMark = (key: string): string => `[Satchel ${key}]`;

/** The memo is what counts: a metafield alone is a wish that nobody in the shop sees. */
export const isNoted = (order: Fields, key: string): boolean => textIn(order.memo).includes(returnMark(key));

export function noteReturns({ order, entries, lines }: WholeOrder): ReturnBody[] {
  return entries
    .filter((entry) => entry.kind === RETURN_NOTE && isNoted(order, entry.key))
    .map((entry) => noteReturn(entry, lines));
}
