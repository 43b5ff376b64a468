import type { Role } from '@satchel/contracts';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** What one person may do in one workspace. */
@Entity('membership')
@Unique('membership_workspace_id_person_id_key', ['workspaceId', 'personId'])
export class MembershipEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('jsonb', { default: () => "'{}'" })
  preferences!: object;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
