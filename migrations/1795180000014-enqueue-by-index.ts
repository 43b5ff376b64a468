import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = ['satchel_enqueue(text, json, text, timestamptz, integer)', 'satchel_enqueue_all(json)'];

/**
 * The queue's own functions look for a waiting job of the same key, and each session plans that once, mostly while the
 * table is all but empty: to read all of it. In a backlog every job would then cost the more, the more there are.
 */
export class EnqueueByIndex1795180000014 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const name of FUNCTIONS) {
      await db.query(`
        alter function ${name} set enable_seqscan = off;
        alter function ${name} set enable_hashjoin = off;
        alter function ${name} set enable_mergejoin = off;
      `);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const name of FUNCTIONS) {
      await db.query(`
        alter function ${name} reset enable_seqscan;
        alter function ${name} reset enable_hashjoin;
        alter function ${name} reset enable_mergejoin;
      `);
    }
  }
}
