/*
 * The two hot statements of the desk. Each is one round trip and one transaction: the ticket's row is locked, the
 * message appended, the ticket moved on, the events logged and the delivery enqueued, or nothing of it.
 * $1 is the workspace, $2 the messages as JSON (see MessageRow); `append` takes any number, each on another ticket.
 */

const MESSAGE_INPUT = `n integer, ticket_id uuid, message_id uuid, direction text, kind text, author_kind text, author_id uuid,
  author_name text, text text, full_text text, html text, external_id text, client_id text, envelope_id uuid, automated boolean,
  meta jsonb, at timestamptz, preview text, actor_kind text, actor_id uuid, request_id text, via uuid, address text, moves_to text`;

const MESSAGE_COLUMNS = `id, workspace_id, ticket_id, direction, kind, author_kind, author_id, author_name, text, full_text, html,
  external_id, client_id, envelope_id, automated, meta, created_at, connection_id, address, delivery_status`;
const MESSAGE_VALUES = `i.message_id, $1::uuid, i.ticket_id, i.direction, i.kind, i.author_kind, i.author_id, i.author_name, i.text,
  i.full_text, i.html, i.external_id, i.client_id, i.envelope_id, i.automated, i.meta, i.at,
  case when i.direction <> 'internal' then coalesce(i.via, t.connection_id) end,
  case when i.direction <> 'internal' then coalesce(i.address, t.customer_address) end,
  case when i.direction = 'outbound' and coalesce(i.via, t.connection_id) is not null then 'queued' end`;

const MESSAGE_EVENTS = `
  ('message.appended', jsonb_build_object('ticketId', i.ticket_id, 'messageId', i.message_id, 'direction', i.direction, 'kind', i.kind), true),
  ('message.received', jsonb_build_object('ticketId', i.ticket_id, 'messageId', i.message_id, 'automated', i.automated), i.direction = 'inbound')`;

const EVENT_COLUMNS = 'id, workspace_id, type, ticket_id, actor_kind, actor_id, payload, request_id';
const EVENT_OF = (type: string, payload: string): string =>
  `gen_random_uuid(), $1::uuid, ${type}, i.ticket_id, i.actor_kind, i.actor_id, ${payload}, i.request_id`;

const ENQUEUE = `
  select satchel_enqueue('desk.deliver',
    json_build_object('workspaceId', $1::uuid, 'requestId', i.request_id, 'data', json_build_object('ticketId', i.ticket_id)),
    'desk.deliver:' || i.ticket_id, null, 10)
  from m join input i on i.message_id = m.id where m.delivery_status = 'queued'`;

/** Says by another way what was said already (`NewReply.continues`): nothing of the ticket moves. */
const CONTINUES = `i.meta ? 'continues'`;
/** That, or an acknowledgement (`NewReply.notice`), answers nothing: whose turn it is stays as it was. */
const ANSWERS = `(i.direction = 'outbound' and not i.meta ?| array['continues', 'notice'])`;
const UNSAID = `i.kind = 'event' or ${CONTINUES}`;

/** A reply puts the ticket on the customer, a customer's message puts it back on us; programs change nothing. */
const STATUS_AFTER = `case
  when ${ANSWERS} and ticket.status <> 'spam' then 'pending'
  when i.direction = 'inbound' and not i.automated and ticket.status in ('pending', 'on_hold', 'resolved') then 'open'
  else ticket.status end`;

const WAITING_AFTER = `case
  when ${ANSWERS} then null
  when i.direction = 'inbound' and not i.automated then coalesce(ticket.waiting_since, i.at)
  else ticket.waiting_since end`;

const AI_STATE_AFTER = `case
  when not ${ANSWERS} then ticket.ai_state
  when i.author_kind = 'ai' then 'answered'
  when ticket.ai_state in ('drafted', 'handed_over', 'working') then 'none'
  else ticket.ai_state end`;

export const APPEND_SQL = `
with input as materialized (
  select * from json_to_recordset($2::json) as i (${MESSAGE_INPUT}, last_seen uuid)
), before as (
  -- "is true" keeps the planner off the index by workspace: on a busy ticket that one is full of dead versions.
  select id, status, last_message_id from ticket
  where id = any (array(select ticket_id from input)) and (workspace_id = $1) is true
    and not exists (
      select 1 from input i join message said on said.workspace_id = $1 and said.client_id = i.client_id
      where i.ticket_id = ticket.id and i.client_id is not null)
  -- In one order everywhere: two batches that share tickets wait for each other, never in a circle.
  order by id for update
), allowed as (
  select i.ticket_id, before.status as status_before from before join input i on i.ticket_id = before.id
  where not (i.direction = 'outbound' and before.status = 'closed')
    and (i.last_seen is null or before.last_message_id is null or before.last_message_id <= i.last_seen)
), t as (
  update ticket set
    status = ${STATUS_AFTER},
    -- The customer went on over another channel: from now on that is where an answer goes unless its writer says otherwise.
    channel = coalesce(i.moves_to, ticket.channel),
    connection_id = case when i.moves_to is null then ticket.connection_id else i.via end,
    customer_address = case when i.moves_to is null then ticket.customer_address else i.address end,
    waiting_since = ${WAITING_AFTER},
    ai_state = ${AI_STATE_AFTER},
    preview = case when ${UNSAID} then ticket.preview else i.preview end,
    last_message_at = case when ${UNSAID} then last_message_at else i.at end,
    last_message_direction = case when ${UNSAID} then last_message_direction else i.direction end,
    last_message_id = case when ${UNSAID} then last_message_id else i.message_id end,
    message_count = message_count + 1,
    version = version + 1,
    updated_at = i.at
  from allowed join input i on i.ticket_id = allowed.ticket_id
  where ticket.id = allowed.ticket_id
  returning ticket.id, ticket.status, allowed.status_before, ticket.connection_id, ticket.customer_address
), m as (
  insert into message (${MESSAGE_COLUMNS}) select ${MESSAGE_VALUES} from t join input i on i.ticket_id = t.id
  returning id, delivery_status
), d as (
  -- What a person sends answers the ticket: the AI's proposal and the writer's own draft are done with.
  delete from draft using t join input i on i.ticket_id = t.id
  where ${ANSWERS} and draft.workspace_id = $1 and draft.ticket_id = t.id
    and (draft.author_kind = 'ai' or draft.author_id = i.author_id and not i.meta ? 'waited')
  returning draft.id, draft.ticket_id
), e as (
  insert into event (${EVENT_COLUMNS})
  select ${EVENT_OF('happened.type', 'happened.payload')}
  from t join input i on i.ticket_id = t.id, lateral (values ${MESSAGE_EVENTS},
    ('ticket.status_changed', jsonb_build_object('ticketId', t.id, 'from', t.status_before, 'to', t.status), t.status <> t.status_before)
  ) happened (type, payload, wanted) where wanted
  union all
  select ${EVENT_OF(`'draft.discarded'`, `jsonb_build_object('ticketId', i.ticket_id, 'draftId', d.id)`)}
  from d join input i on i.ticket_id = d.ticket_id
), j as (${ENQUEUE})
select i.n, before.status, m.id as "messageId", m.delivery_status as "deliveryStatus", (select count(*) from j) as jobs
from input i left join before on before.id = i.ticket_id left join m on m.id = i.message_id`;

export const OPEN_SQL = `
with input as materialized (
  select * from json_to_recordset($2::json) as i (${MESSAGE_INPUT}, subject text, status text, channel text, connection_id uuid,
    customer_id uuid, customer_address text)
), n as (
  insert into ticket_counter (workspace_id, last_number) values ($1, 1)
  on conflict (workspace_id) do update set last_number = ticket_counter.last_number + 1
  returning last_number
), t as (
  insert into ticket (id, workspace_id, number, subject, status, channel, connection_id, customer_id, customer_address, preview,
    last_message_at, last_message_direction, last_message_id, waiting_since, message_count, created_at, updated_at)
  select i.ticket_id, $1, n.last_number, i.subject, i.status, i.channel, i.connection_id, i.customer_id, i.customer_address, i.preview,
    i.at, i.direction, i.message_id, case when i.direction = 'inbound' and not i.automated then i.at end, 1, i.at, i.at
  from n, input i
  returning id, number, channel, connection_id, customer_address
), m as (
  insert into message (${MESSAGE_COLUMNS}) select ${MESSAGE_VALUES} from t join input i on i.ticket_id = t.id
  returning id, delivery_status
), e as (
  insert into event (${EVENT_COLUMNS})
  select ${EVENT_OF('happened.type', 'happened.payload')}
  from t join input i on i.ticket_id = t.id, lateral (values
    ('ticket.created', jsonb_build_object('ticketId', t.id, 'number', t.number, 'channel', t.channel), true), ${MESSAGE_EVENTS}
  ) happened (type, payload, wanted) where wanted
), j as (${ENQUEUE})
select t.number, m.delivery_status as "deliveryStatus", (select count(*) from j) as jobs from t, m`;
