import type { AuthorKind, DeliveryStatus, MessageDirection, MessageKind } from '@satchel/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'message' })
export class MessageEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'ticket_id' }) ticketId!: string;
  @Column('text') direction!: MessageDirection;
  @Column('text') kind!: MessageKind;
  @Column('text', { name: 'author_kind' }) authorKind!: AuthorKind;
  @Column('uuid', { name: 'author_id', nullable: true }) authorId!: string | null;
  @Column('text', { name: 'author_name' }) authorName!: string;
  @Column('text') text!: string;
  @Column('text', { name: 'full_text', nullable: true }) fullText!: string | null;
  @Column('text', { nullable: true }) html!: string | null;
  @Column('uuid', { name: 'connection_id', nullable: true }) connectionId!: string | null;
  /** The customer's side: where it came from, or where it goes. */
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { name: 'external_id', nullable: true }) externalId!: string | null;
  @Column('text', { name: 'client_id', nullable: true }) clientId!: string | null;
  @Column('uuid', { name: 'envelope_id', nullable: true }) envelopeId!: string | null;
  @Column('boolean') automated!: boolean;
  @Column('jsonb') meta!: Record<string, unknown>;
  @Column('text', { name: 'delivery_status', nullable: true }) deliveryStatus!: DeliveryStatus | null;
  @Column('text', { name: 'delivery_error', nullable: true }) deliveryError!: string | null;
  @Column('timestamptz', { name: 'committed_at', nullable: true }) committedAt!: Date | null;
  @Column('integer') attempts!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
