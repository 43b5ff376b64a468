import { Injectable } from '@nestjs/common';
import type { ShopProduct } from '@satchel/connectors';
import type { ProductBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Ids } from '@satchel/kernel';
import { KEPT_IS_OLDER } from '../mirror/kept-is-older';

/** A ShopProduct as JSON keeps it. */
export type ProductSnapshot = Omit<ProductBody, 'id' | 'connectionId'>;

interface ProductRow {
  id: string;
  connectionId: string;
  snapshot: ProductSnapshot;
}

export interface ProductFilter {
  q?: string;
  sku?: string;
}

const NEWER = ['title', 'skus', 'active', 'snapshot', 'search', 'updated_at', 'fetched_at'].map(
  (name) => `${name} = excluded.${name}`,
);

@Injectable()
export class ShopProductQueries {
  constructor(private readonly ids: Ids) {}

  async keep(ctx: Ctx, connectionId: string, products: readonly ShopProduct[], fetchedAt: Date): Promise<void> {
    if (products.length === 0) return;
    const unique = new Map(products.map((one) => [one.externalId, one]));
    const given = [...unique.values()]
      .sort((one, other) => (one.externalId < other.externalId ? -1 : 1))
      .map(({ updatedAt, ...snapshot }) => {
        const skus = snapshot.variants.flatMap(({ sku }) => (sku ? [sku.toLowerCase()] : []));
        const { externalId, title, active } = snapshot;
        return { id: this.ids.next(), external_id: externalId, title, skus, active, snapshot, updated_at: updatedAt };
      });
    await ctx.query(
      `insert into shop_product as kept (workspace_id, connection_id, fetched_at, id, external_id, title, skus, active, snapshot,
         updated_at, search)
       select $1, $2, $3, told.*,
         setweight(to_tsvector('simple', told.title), 'A') || setweight(to_tsvector('simple', array_to_string(told.skus, ' ')), 'B')
       from jsonb_to_recordset($4::jsonb) as told (id uuid, external_id text, title text, skus text[], active boolean,
         snapshot jsonb, updated_at timestamptz)
       on conflict (connection_id, external_id) do update set ${NEWER.join(', ')}, deleted_at = null
         where kept.workspace_id = excluded.workspace_id and ${KEPT_IS_OLDER}`,
      [ctx.workspaceId, connectionId, fetchedAt, JSON.stringify(given)],
      { name: 'shop-product-keep' },
    );
  }

  /** What sells first; by sku exact in any case, by words every one of which begins a word of title or sku. */
  async find(ctx: Ctx, { q, sku }: ProductFilter, limit: number): Promise<ProductBody[]> {
    const words = q === undefined ? null : wordsOf(q);
    if (words === '') return [];
    const rows = await ctx.query<ProductRow>(
      `select id, connection_id as "connectionId", snapshot from shop_product
       where workspace_id = $1 and deleted_at is null
         and ($2::text is null or search @@ to_tsquery('simple', $2))
         and ($3::text is null or skus @> array[$3])
       order by active desc, case when $2::text is null then 0 else ts_rank(search, to_tsquery('simple', $2)) end desc, title, id
       limit $4`,
      [ctx.workspaceId, words, sku?.trim().toLowerCase() ?? null, limit],
    );
    return rows.map(({ id, connectionId, snapshot }) => ({ ...snapshot, id, connectionId }));
  }

  async markDeleted(ctx: Ctx, connectionId: string, externalId: string, at: Date): Promise<void> {
    await ctx.query(
      `update shop_product set deleted_at = $4
       where workspace_id = $1 and connection_id = $2 and external_id = $3 and deleted_at is null`,
      [ctx.workspaceId, connectionId, externalId, at],
    );
  }
}

/** What somebody typed as a query of PostgreSQL's: nothing of it is syntax. */
function wordsOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => `'${word}':*`).join(' & ');
}
