import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One browser's talk with us. Its visitor, not the session, is what messages belong to. */
@Entity({ name: 'widget_session' })
export class WidgetSessionEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @Column('uuid', { name: 'connection_id' }) connectionId!: string;
  /** The customer's address of kind `visitor`. */
  @Column('uuid', { name: 'visitor_id' }) visitorId!: string;
  @Column('uuid', { name: 'customer_id', nullable: true }) customerId!: string | null;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('text', { name: 'identity_sub', nullable: true }) identitySub!: string | null;
  @Column('text', { name: 'identity_jti', nullable: true }) identityJti!: string | null;
  @Column('boolean') verified!: boolean;
  @Column('timestamptz', { name: 'proven_at', nullable: true }) provenAt!: Date | null;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('timestamptz', { name: 'consented_at', nullable: true }) consentedAt!: Date | null;
  @Column('text', { nullable: true }) locale!: string | null;
  @Column('jsonb', { nullable: true }) page!: { url: string; title: string } | null;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
  @Column('timestamptz', { name: 'last_seen_message_at', nullable: true }) lastSeenMessageAt!: Date | null;
  @Column('timestamptz', { name: 'seen_at', nullable: true }) seenAt!: Date | null;
  @Column('timestamptz', { name: 'mailed_message_at', nullable: true }) mailedMessageAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
