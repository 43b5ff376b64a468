import { Column, Entity, PrimaryColumn } from 'typeorm';

export const LEDGER_STATES = ['fetched', 'stored', 'duplicate', 'failed'] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

/** One message at a source that is pulled from, and what we did with it. */
@Entity('mail_ledger')
export class MailLedgerEntity {
  @PrimaryColumn('uuid', { name: 'connection_id' })
  connectionId!: string;

  /** As `RawInbound.source` names it. */
  @PrimaryColumn('text')
  source!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  /**
   * `fetched`: seen, and not stored yet; one that stays so met a crash, or was moved away before it could be fetched.
   * `duplicate`: known from another place or another way in.
   */
  @Column('text')
  state!: LedgerState;

  @Column('uuid', { name: 'envelope_id', nullable: true })
  envelopeId!: string | null;

  @Column('text', { name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column('bigint', { nullable: true })
  size!: string | null;

  /** When the source got it. */
  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt!: Date | null;

  @Column('timestamptz', { name: 'seen_at', default: () => 'now()' })
  seenAt!: Date;

  @Column('text', { nullable: true })
  error!: string | null;
}
