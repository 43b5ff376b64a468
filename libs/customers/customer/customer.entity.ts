import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Whoever writes to the merchant. */
@Entity('customer')
@Index('customer_of_workspace', { synchronize: false })
export class CustomerEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  /** Empty while nobody told us; what people see then is the address. */
  @Column('text', { default: '' })
  name!: string;

  @Column('text', { nullable: true })
  locale!: string | null;

  /** Who took over, when this one was merged: it has no addresses then and is on no list. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
