import type { AiState, MessageDirection, TicketStatus } from '@satchel/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'ticket' })
export class TicketEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('integer') number!: number;
  @Column('text') subject!: string;
  @Column('text') status!: TicketStatus;
  @Column('text') channel!: string;
  @Column('uuid', { name: 'connection_id', nullable: true }) connectionId!: string | null;
  @Column('uuid', { name: 'customer_id' }) customerId!: string;
  @Column('text', { name: 'customer_address', nullable: true }) customerAddress!: string | null;
  @Column('uuid', { name: 'assignee_id', nullable: true }) assigneeId!: string | null;
  @Column('text', { name: 'ai_state' }) aiState!: AiState;
  @Column('text') preview!: string;
  @Column('timestamptz', { name: 'last_message_at' }) lastMessageAt!: Date;
  @Column('text', { name: 'last_message_direction' }) lastMessageDirection!: MessageDirection;
  @Column('uuid', { name: 'last_message_id', nullable: true }) lastMessageId!: string | null;
  @Column('timestamptz', { name: 'waiting_since', nullable: true }) waitingSince!: Date | null;
  @Column('integer', { name: 'message_count' }) messageCount!: number;
  @Column('timestamptz', { name: 'snoozed_until', nullable: true }) snoozedUntil!: Date | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
