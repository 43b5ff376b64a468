import { fieldsIn, listIn, textIn } from '../../vendor/loose';
import type { ShipBobClient } from './shipbob.client';

/** ShipBob searches for parts of names as well: only the article with exactly this SKU counts. */
export async function stockOf(client: ShipBobClient, sku: string): Promise<number | null> {
  const wanted = sku.trim().toLowerCase();
  if (!wanted) return null;
  const answer = fieldsIn(await client.get('/inventory-level', { SearchBy: sku.trim(), PageSize: '250' }));
  const rows = listIn(answer.items)
    .map(fieldsIn)
    .filter((row) => textIn(row.sku).trim().toLowerCase() === wanted);
  if (rows.length === 0) return null;
  return rows.reduce(
    (sum, row) => sum + (Number(row.total_sellable_quantity ?? row.total_fulfillable_quantity) || 0),
    0,
  );
}
