/** Pieces of an order's lines, each line once however often it was named. */
export function piecesOf(
  lines: readonly { orderLineId: string; quantity: number }[],
): { id: string; quantity: number }[] {
  const sums = new Map<string, number>();
  for (const { orderLineId, quantity } of lines) sums.set(orderLineId, (sums.get(orderLineId) ?? 0) + quantity);
  return [...sums].map(([id, quantity]) => ({ id, quantity }));
}

export const isCount = (quantity: number): boolean => Number.isInteger(quantity) && quantity > 0;
