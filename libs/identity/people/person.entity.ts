import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A human who can sign in. People are not bound to a workspace; memberships are. */
@Entity('person')
@Index('person_email', { synchronize: false })
export class PersonEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
