import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { ProductSnapshot } from './shop-product.queries';

/** A product with its variants as a shop last told it. */
@Entity('shop_product')
@Unique(['connectionId', 'externalId'])
export class ShopProductEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'connection_id' })
  connectionId!: string;

  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('text')
  title!: string;

  /** Of its variants, in lower case. */
  @Column('text', { array: true })
  skus!: string[];

  @Column('boolean')
  active!: boolean;

  @Column('jsonb')
  snapshot!: ProductSnapshot;

  /** Title and skus, for the full-text search. */
  @Column('tsvector')
  search!: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  @Column('timestamptz', { name: 'fetched_at' })
  fetchedAt!: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
