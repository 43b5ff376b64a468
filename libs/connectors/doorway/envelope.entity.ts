import type { EnvelopeState } from '@satchel/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A message as it came in, byte for byte, before anybody understood it. */
@Entity('inbound_envelope')
export class InboundEnvelopeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('uuid', { name: 'connection_id' })
  connectionId!: string;

  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('bytea')
  raw!: Buffer;

  @Column('jsonb', { default: {} })
  meta!: Record<string, unknown>;

  @Column('text', { default: 'stored' })
  state!: EnvelopeState;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'content_hash', nullable: true })
  contentHash!: string | null;

  /** For people who look through the ledger; filled when it is read. */
  @Column('text', { name: 'from_address', nullable: true })
  fromAddress!: string | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('uuid', { name: 'message_id', nullable: true })
  messageId!: string | null;

  @Column('timestamptz', { name: 'received_at', default: () => 'now()' })
  receivedAt!: Date;
}
