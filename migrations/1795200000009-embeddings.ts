import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a passage and a way to ask mean, as a model of the operator's server tells it. Rewritten text has none yet. */
export class Embeddings1795200000009 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table article_passage add column embedded_at timestamptz;
      alter table article_phrasing add column embedding float4[], add column embedding_model text,
        add column embedded_at timestamptz;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table article_phrasing drop column embedding, drop column embedding_model, drop column embedded_at;
      alter table article_passage drop column embedded_at;
    `);
  }
}
