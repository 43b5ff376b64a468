import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'tag' })
export class TagEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('text') name!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
