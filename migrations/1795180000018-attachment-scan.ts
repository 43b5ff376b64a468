import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a virus scanner says of files. */
export class AttachmentScan1795180000018 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The signature that was found; such a file is kept and given to nobody.
      alter table attachment add column blocked text;
      -- The scanner was away, or the file too large for it.
      alter table attachment add column unscanned boolean not null default false;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table attachment drop column unscanned, drop column blocked');
  }
}
