import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'draft' })
export class DraftEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'ticket_id' }) ticketId!: string;
  @Column('text', { name: 'author_kind' }) authorKind!: 'person' | 'ai';
  @Column('uuid', { name: 'author_id', nullable: true }) authorId!: string | null;
  @Column('text', { name: 'author_name' }) authorName!: string;
  @Column('text') text!: string;
  @Column('uuid', { name: 'turn_id', nullable: true }) turnId!: string | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}
