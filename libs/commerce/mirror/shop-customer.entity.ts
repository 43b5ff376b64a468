import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A customer as a shop last told them. Whether it is one of ours, only a proven address says. */
@Entity('shop_customer')
@Unique(['connectionId', 'externalId'])
export class ShopCustomerEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'connection_id' })
  connectionId!: string;

  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  /** E.164 where the shop tells it so. */
  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  locale!: string | null;

  /** The shop's own. */
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  @Column('timestamptz', { name: 'fetched_at' })
  fetchedAt!: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
