import type { MirrorResource, SyncState } from '@satchel/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the walk over one kind of record of a shop has come. */
@Entity('shop_sync')
export class ShopSyncEntity {
  @PrimaryColumn('uuid', { name: 'connection_id' })
  connectionId!: string;

  @PrimaryColumn('text')
  resource!: MirrorResource;

  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  /** Grows whenever somebody starts it again: a page of an older run is thrown away. */
  @Column('integer', { default: 1 })
  run!: number;

  @Column('text', { default: 'waiting' })
  state!: SyncState;

  /** What changed since; null: everything. */
  @Column('timestamptz', { nullable: true })
  since!: Date | null;

  /** The shop's own; stored with the rows of its page. */
  @Column('text', { nullable: true })
  cursor!: string | null;

  @Column('integer', { default: 0 })
  done!: number;

  @Column('integer', { nullable: true })
  total!: number | null;

  /** Records a minute since the run began, its waits counted. */
  @Column('double precision', { nullable: true })
  rate!: number | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'page_at', nullable: true })
  pageAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  /** When the last run that came to its end began. */
  @Column('timestamptz', { name: 'last_good_at', nullable: true })
  lastGoodAt!: Date | null;

  /** In a row. */
  @Column('integer', { default: 0 })
  failures!: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  @Column('timestamptz', { name: 'last_error_at', nullable: true })
  lastErrorAt!: Date | null;

  @Column('timestamptz', { name: 'next_at', nullable: true })
  nextAt!: Date | null;
}
