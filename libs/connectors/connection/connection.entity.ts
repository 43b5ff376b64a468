import type { CapabilitiesBody, ConnectionHealth, ReconciliationBody } from '@satchel/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A workspace's configured instance of a connector. */
@Entity('connection')
export class ConnectionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'connector_id' })
  connectorId!: string;

  @Column('text')
  label!: string;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { name: 'base_url', nullable: true })
  baseUrl!: string | null;

  /** Credentials as JSON, sealed; they never leave the house again. */
  @Column('bytea')
  secret!: Buffer;

  @Column('boolean', { default: true })
  enabled!: boolean;

  @Column('jsonb', { default: { state: 'unknown', message: null, checkedAt: null } })
  health!: ConnectionHealth;

  /** Where a listener goes on; its own words. */
  @Column('jsonb', { nullable: true })
  cursor!: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  capabilities!: CapabilitiesBody | null;

  @Column('timestamptz', { name: 'last_success_at', nullable: true })
  lastSuccessAt!: Date | null;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  @Column('timestamptz', { name: 'last_error_at', nullable: true })
  lastErrorAt!: Date | null;

  /** Calls to its web hook that were not genuine. */
  @Column('integer', { name: 'refused_hooks', default: 0 })
  refusedHooks!: number;

  /** Why its vendor could not be made to call us; null: it does, or need not. */
  @Column('text', { name: 'hook_problem', nullable: true })
  hookProblem!: string | null;

  /** Since when people are told that it is silent; null: all is well. */
  @Column('timestamptz', { name: 'alarmed_at', nullable: true })
  alarmedAt!: Date | null;

  /** When its listener last had a good look at the source. */
  @Column('timestamptz', { name: 'listened_at', nullable: true })
  listenedAt!: Date | null;

  /** The last time the source was held against the ledger. */
  @Column('jsonb', { nullable: true })
  reconciliation!: ReconciliationBody | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  /** Moves with the settings only, never with health or cursor: adapters are rebuilt when it does. */
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
