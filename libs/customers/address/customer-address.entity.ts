import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AddressKind } from '@satchel/contracts';

/** Where a customer can be reached. One address belongs to one customer of a workspace. */
@Entity('customer_address')
@Unique('customer_address_workspace_id_kind_value_key', ['workspaceId', 'kind', 'value'])
@Index('customer_address_of_customer', ['customerId'])
export class CustomerAddressEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'customer_id' })
  customerId!: string;

  @Column('text')
  kind!: AddressKind;

  /** As `normaliseAddress` spells it. */
  @Column('text')
  value!: string;

  /** When somebody proved that it is theirs; null while it is only claimed. */
  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt!: Date | null;

  /** What proved it (`VerifiedHow`). */
  @Column('text', { name: 'verified_how', nullable: true })
  verifiedHow!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
