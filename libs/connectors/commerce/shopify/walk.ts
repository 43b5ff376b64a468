import { ConnectorError } from '../../port';

/** Shopify's search syntax; null: everything. */
export const changedSince = (since: Date | null): string | null => since && `updated_at:>='${since.toISOString()}'`;

/** How dear a page is depends on the shop's plan and on Shopify's prices: when it is too dear, a smaller one is read. */
export async function inPages<T>(most: number, read: (limit: number) => Promise<T>): Promise<T> {
  for (let limit = most; ; limit = Math.floor(limit / 2)) {
    try {
      return await read(limit);
    } catch (error) {
      if (!(error instanceof ConnectorError) || error.vendorCode !== 'MAX_COST_EXCEEDED' || limit <= 1) throw error;
    }
  }
}
