import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer that a write was given, kept for whoever sends the same write again. */
@Entity('idempotency')
export class IdempotencyEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @PrimaryColumn('text')
  key!: string;

  /** Keyed, not a plain hash: a body may hold a password. */
  @Column('text', { name: 'request_hash' })
  requestHash!: string;

  @Column('integer', { nullable: true })
  status!: number | null;

  /** Sealed, because an answer may hold a secret that is shown once. Null: an answer without a body. */
  @Column('jsonb', { nullable: true })
  body!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
