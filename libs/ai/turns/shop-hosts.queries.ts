import { Injectable } from '@nestjs/common';
import type { Ctx } from '@satchel/kernel';

@Injectable()
export class ShopHostQueries {
  /** Hosts of the pages of a shop's own products, the most frequent first. */
  async ofProducts(ctx: Ctx, most: number): Promise<string[]> {
    const rows = await ctx.query<{ host: string }>(
      `select host from (
         select lower(substring(snapshot ->> 'url' from '^https://([a-zA-Z0-9.-]+)(?:[/?#]|$)')) as host from shop_product
         where workspace_id = $1 and active and deleted_at is null limit 5000
       ) pages where host is not null group by host order by count(*) desc, host limit $2`,
      [ctx.workspaceId, most],
    );
    return rows.map(({ host }) => host);
  }
}
