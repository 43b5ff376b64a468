/*
 * The two hot statements of the desk. Each is one round trip and one transaction: the ticket's row is locked, the
 * message appended, the ticket moved on, the events logged and the delivery enqueued, or nothing of it.
 * Parameters are shared in order; see MessageAppend.values().
 */

/** A reply puts the ticket on the customer, a customer's message puts it back on us; programs change nothing. */
const STATUS_AFTER = `case
  when $4::text = 'outbound' and ticket.status <> 'spam' then 'pending'
  when $4::text = 'inbound' and not $15::boolean and ticket.status in ('pending', 'on_hold', 'resolved') then 'open'
  else ticket.status end`;

const WAITING_AFTER = `case
  when $4::text = 'outbound' then null
  when $4::text = 'inbound' and not $15::boolean then coalesce(ticket.waiting_since, $17::timestamptz)
  else ticket.waiting_since end`;

const AI_STATE_AFTER = `case
  when $4::text <> 'outbound' then ticket.ai_state
  when $6::text = 'ai' then 'answered'
  when ticket.ai_state in ('drafted', 'handed_over', 'working') then 'none'
  else ticket.ai_state end`;

const MESSAGE_COLUMNS = `id, workspace_id, ticket_id, direction, kind, author_kind, author_id, author_name, text, full_text, html,
  external_id, client_id, envelope_id, automated, meta, created_at, connection_id, delivery_status`;
const MESSAGE_VALUES = `$3::uuid, $1::uuid, $2::uuid, $4::text, $5::text, $6::text, $7::uuid, $8::text, $9::text, $10::text, $11::text,
  $12::text, $13::text, $14::uuid, $15::boolean, $16::jsonb, $17::timestamptz,
  case when $4::text = 'internal' then null else t.connection_id end,
  case when $4::text = 'outbound' and t.connection_id is not null then 'queued' end`;

const EVENT_INSERT = `insert into event (id, workspace_id, type, ticket_id, actor_kind, actor_id, payload, request_id)
  select ($18::uuid[])[happened.n], $1::uuid, happened.type, $2::uuid, $19::text, $20::uuid, happened.payload, $21::text`;

const MESSAGE_EVENTS = `
  (1, 'message.appended', jsonb_build_object('ticketId', $2::uuid, 'messageId', $3::uuid, 'direction', $4::text, 'kind', $5::text), true),
  (2, 'message.received', jsonb_build_object('ticketId', $2::uuid, 'messageId', $3::uuid, 'automated', $15::boolean), $4::text = 'inbound')`;

const ENQUEUE = `select satchel_enqueue('desk.deliver',
    json_build_object('workspaceId', $1::uuid, 'requestId', $21::text, 'data', json_build_object('ticketId', $2::uuid)),
    'desk.deliver:' || $2::uuid, null, 10)
  from m where delivery_status = 'queued'`;

export const APPEND_SQL = `
with before as (
  -- "is true" keeps the planner off the index by workspace: on a busy ticket that one is full of dead versions.
  select id, status, last_message_id from ticket
  where id = $2 and (workspace_id = $1) is true
    and ($13::text is null or not exists (select 1 from message where workspace_id = $1 and client_id = $13))
  for update
), allowed as (
  select id, status from before
  where not ($4::text = 'outbound' and status = 'closed')
    and ($22::uuid is null or last_message_id is null or last_message_id <= $22::uuid)
), t as (
  update ticket set
    status = ${STATUS_AFTER},
    waiting_since = ${WAITING_AFTER},
    ai_state = ${AI_STATE_AFTER},
    preview = case when $5::text = 'event' then preview else $23::text end,
    last_message_at = case when $5::text = 'event' then last_message_at else $17::timestamptz end,
    last_message_direction = case when $5::text = 'event' then last_message_direction else $4::text end,
    last_message_id = case when $5::text = 'event' then last_message_id else $3::uuid end,
    message_count = message_count + 1,
    version = version + 1,
    updated_at = $17::timestamptz
  from allowed where ticket.id = allowed.id
  returning ticket.id, ticket.status, allowed.status as status_before, ticket.connection_id
), m as (
  insert into message (${MESSAGE_COLUMNS}) select ${MESSAGE_VALUES} from t returning id, delivery_status
), d as (
  -- What a person sends answers the ticket: the AI's proposal and the writer's own draft are done with.
  delete from draft using t
  where $4::text = 'outbound' and draft.workspace_id = $1 and draft.ticket_id = t.id
    and (draft.author_kind = 'ai' or draft.author_id = $7::uuid)
  returning draft.id
), e as (
  ${EVENT_INSERT} from t, lateral (values ${MESSAGE_EVENTS},
    (3, 'ticket.status_changed', jsonb_build_object('ticketId', t.id, 'from', t.status_before, 'to', t.status), t.status <> t.status_before)
  ) happened (n, type, payload, wanted) where wanted
  union all
  select gen_random_uuid(), $1::uuid, 'draft.discarded', $2::uuid, $19::text, $20::uuid,
    jsonb_build_object('ticketId', $2::uuid, 'draftId', d.id), $21::text from d
), j as (${ENQUEUE})
select before.status, before.last_message_id as "lastMessageId", m.id as "messageId", m.delivery_status as "deliveryStatus",
  (select count(*) from j) as jobs
from before left join m on true`;

export const OPEN_SQL = `
with n as (
  insert into ticket_counter (workspace_id, last_number) values ($1, 1)
  on conflict (workspace_id) do update set last_number = ticket_counter.last_number + 1
  returning last_number
), t as (
  insert into ticket (id, workspace_id, number, subject, status, channel, connection_id, customer_id, customer_address, preview,
    last_message_at, last_message_direction, last_message_id, waiting_since, message_count, created_at, updated_at)
  select $2::uuid, $1, n.last_number, $24::text, $22::text, $25::text, $26::uuid, $27::uuid, $28::text, $23::text, $17::timestamptz, $4::text,
    $3::uuid, case when $4::text = 'inbound' and not $15::boolean then $17::timestamptz end, 1, $17::timestamptz, $17::timestamptz
  from n
  returning id, number, channel, connection_id
), m as (
  insert into message (${MESSAGE_COLUMNS}) select ${MESSAGE_VALUES} from t returning id, delivery_status
), e as (
  ${EVENT_INSERT} from t, lateral (values
    (4, 'ticket.created', jsonb_build_object('ticketId', t.id, 'number', t.number, 'channel', t.channel), true), ${MESSAGE_EVENTS}
  ) happened (n, type, payload, wanted) where wanted order by n desc
), j as (${ENQUEUE})
select t.number, m.delivery_status as "deliveryStatus", (select count(*) from j) as jobs from t, m`;
