import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A program's credential. The secret itself is shown once, at creation, and never stored. */
@Entity('api_key')
export class ApiKeyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('text')
  name!: string;

  /** The secret's first characters, so that a person can tell keys apart. */
  @Column('text')
  prefix!: string;

  @Column('bytea', { name: 'key_hash', unique: true })
  keyHash!: Buffer;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
