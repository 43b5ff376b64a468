import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { OrderSnapshot } from './order-snapshot';

/** An order as a shop last told it; what is shown while the shop does not answer. The shop stays the truth. */
@Entity('shop_order')
@Unique(['connectionId', 'externalId'])
export class ShopOrderEntity {
  /** Ours, and the same for ever: made when the order is first seen. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'connection_id' })
  connectionId!: string;

  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('text')
  number!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { name: 'customer_external_id', nullable: true })
  customerExternalId!: string | null;

  @Column('text', { name: 'customer_name', nullable: true })
  customerName!: string | null;

  @Column('timestamptz', { name: 'placed_at' })
  placedAt!: Date;

  /** The shop's own. */
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  @Column('text')
  payment!: string;

  @Column('text')
  fulfilment!: string;

  @Column('bigint', { name: 'total_amount' })
  totalAmount!: string;

  @Column('bigint', { name: 'refunded_amount' })
  refundedAmount!: string;

  @Column('text')
  currency!: string;

  @Column('jsonb')
  snapshot!: OrderSnapshot;

  @Column('timestamptz', { name: 'fetched_at' })
  fetchedAt!: Date;

  /** The shop has it no more; null: it is there. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
