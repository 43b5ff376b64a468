import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'attachment' })
export class AttachmentEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'message_id', nullable: true }) messageId!: string | null;
  @Column('text') filename!: string;
  @Column('text', { name: 'content_type' }) contentType!: string;
  @Column('integer') size!: number;
  @Column('text') sha256!: string;
  @Column('text', { name: 'content_id', nullable: true }) contentId!: string | null;
  @Column('boolean') inline!: boolean;
  @Column('text') state!: 'ready' | 'pending' | 'failed';
  /** What its channel needs to fetch it, while it is not here. */
  @Column('jsonb', { nullable: true }) source!: Record<string, unknown> | null;
  /** The virus that was found in it. */
  @Column('text', { nullable: true }) blocked!: string | null;
  @Column('boolean') unscanned!: boolean;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
