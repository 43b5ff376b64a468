import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ownWorkspace } from './own-workspace';

/** Orders that can be asked, customers and products beside them, and how far the walk over each shop has come. */
export class Mirror1795180000017 implements MigrationInterface {
  name = 'Mirror1795180000017';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table shop_order
        add column customer_external_id text,
        add column customer_name text,
        add column placed_at timestamptz,
        add column updated_at timestamptz,
        add column payment text,
        add column fulfilment text,
        add column total_amount bigint,
        add column refunded_amount bigint,
        add column currency text,
        -- The shop has it no more; null: it is there.
        add column deleted_at timestamptz;
      update shop_order set
        customer_external_id = snapshot ->> 'customerId',
        customer_name = snapshot ->> 'customerName',
        placed_at = coalesce((snapshot ->> 'placedAt')::timestamptz, fetched_at),
        updated_at = coalesce((snapshot ->> 'updatedAt')::timestamptz, fetched_at),
        payment = coalesce(snapshot ->> 'payment', 'unknown'),
        fulfilment = coalesce(snapshot ->> 'fulfilment', 'unknown'),
        total_amount = coalesce((snapshot -> 'total' ->> 'amount')::bigint, 0),
        refunded_amount = coalesce((snapshot -> 'refunded' ->> 'amount')::bigint, 0),
        currency = coalesce(snapshot -> 'total' ->> 'currency', 'XXX');
      alter table shop_order
        alter column placed_at set not null,
        alter column updated_at set not null,
        alter column payment set not null,
        alter column fulfilment set not null,
        alter column total_amount set not null,
        alter column refunded_amount set not null,
        alter column currency set not null;
      drop index shop_order_by_email;
      create index shop_order_by_email on shop_order (workspace_id, lower(email), placed_at desc);
      create index shop_order_by_number on shop_order (workspace_id, lower(ltrim(number, '#')));
      create index shop_order_by_customer on shop_order (connection_id, customer_external_id, placed_at desc)
        where customer_external_id is not null;

      create table shop_customer (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        connection_id uuid not null references connection (id) on delete cascade,
        external_id text not null,
        name text not null,
        email text,
        phone text,
        locale text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        fetched_at timestamptz not null,
        deleted_at timestamptz,
        unique (connection_id, external_id)
      );
      create index shop_customer_by_email on shop_customer (workspace_id, lower(email)) where email is not null;
      create index shop_customer_by_phone on shop_customer (workspace_id, phone) where phone is not null;
      ${ownWorkspace('shop_customer')}

      create table shop_product (
        id uuid primary key,
        workspace_id uuid not null references workspace (id) on delete cascade,
        connection_id uuid not null references connection (id) on delete cascade,
        external_id text not null,
        title text not null,
        -- Of its variants, in lower case.
        skus text[] not null,
        active boolean not null,
        -- With its variants, in our words (ShopProduct).
        snapshot jsonb not null,
        search tsvector not null,
        updated_at timestamptz not null,
        fetched_at timestamptz not null,
        deleted_at timestamptz,
        unique (connection_id, external_id)
      );
      create index shop_product_search on shop_product using gin (search);
      create index shop_product_by_sku on shop_product using gin (skus);
      create index shop_product_of_workspace on shop_product (workspace_id);
      ${ownWorkspace('shop_product')}

      create table shop_sync (
        connection_id uuid not null references connection (id) on delete cascade,
        resource text not null check (resource in ('orders', 'customers', 'products')),
        workspace_id uuid not null references workspace (id) on delete cascade,
        -- Grows whenever somebody starts it again: a page of an older run is thrown away.
        run integer not null default 1,
        state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
        -- What changed since; null: everything.
        since timestamptz,
        -- The shop's own; stored with the rows of its page.
        cursor text,
        done integer not null default 0,
        total integer,
        -- Records a minute since the run began, its waits counted.
        rate double precision,
        started_at timestamptz,
        page_at timestamptz,
        finished_at timestamptz,
        -- When the last run that came to its end began.
        last_good_at timestamptz,
        failures integer not null default 0,
        last_error text,
        last_error_at timestamptz,
        next_at timestamptz,
        primary key (connection_id, resource)
      );
      ${ownWorkspace('shop_sync')}

      -- Whoever wrote authenticated mail has proven their address; orders are shown under such alone.
      update customer_address a set verified_at = said.at, verified_how = 'authenticated_mail'
        from (select workspace_id, meta ->> 'from' as address, min(created_at) as at from message
              where direction = 'inbound' and meta ->> 'sender' = 'proven' group by 1, 2) said
        where a.workspace_id = said.workspace_id and a.kind = 'email' and a.value = said.address and a.verified_at is null;

      -- Why the vendor could not be made to call us; null: it does, or need not.
      alter table connection add column hook_problem text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table connection drop column hook_problem;
      drop table shop_sync, shop_product, shop_customer;
      drop index shop_order_by_customer;
      drop index shop_order_by_number;
      drop index shop_order_by_email;
      alter table shop_order drop column customer_external_id, drop column customer_name, drop column placed_at, drop column updated_at,
        drop column payment, drop column fulfilment, drop column total_amount, drop column refunded_amount, drop column currency,
        drop column deleted_at;
      create index shop_order_by_email on shop_order (workspace_id, lower(email));
    `);
  }
}
