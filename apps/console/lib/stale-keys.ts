import type { ConsoleChanges, EventBody } from '@satchel/contracts';
import type { QueryKey } from '@tanstack/react-query';
import { keys } from './query-keys';

/** What a run of events makes old that its rows cannot mend: these keys are read again. */
export function staleKeys(changes: ConsoleChanges): QueryKey[] {
  const found = new Map<string, QueryKey>();
  const add = (key: QueryKey): void => void found.set(JSON.stringify(key), key);
  for (const event of changes.events) for (const key of keysOf(event, changes)) add(key);
  return [...found.values()];
}

function keysOf(event: EventBody, changes: ConsoleChanges): QueryKey[] {
  const { ticketId, type } = event;
  if (type.startsWith('connection.')) return [keys.connections];
  if (type.startsWith('address.')) return [keys.everyDestination];
  if (type === 'envelope.quarantined') return [keys.ledgers];
  if (type === 'policy.changed') return [keys.policy, keys.actionLists, keys.previews];
  if (type === 'procedure.changed') return [keys.procedures];
  if (type === 'mirror.sync_progressed')
    return [keys.sync((event as EventBody<'mirror.sync_progressed'>).payload.connectionId)];
  if (type.startsWith('action.')) return actionKeys(event as EventBody<'action.proposed'>);
  if (type === 'customer.merged' || type === 'customer.unmerged')
    return [keys.ticketLists, keys.customerContexts, keys.everyMerge, keys.everyDestination];
  if (type === 'customer.updated') {
    return [keys.customerContext((event as EventBody<'customer.updated'>).payload.customerId)];
  }
  if (!ticketId) return [];
  const timeline = keys.timeline(ticketId);
  // Who is answered or done waits no more, and those behind them move up.
  if (type.startsWith('ticket.')) return [keys.counts, keys.handoffs, timeline];
  if (type.startsWith('ai.'))
    return [keys.turns(ticketId), keys.handoffs, keys.counts, timeline, ...contextOf(ticketId, changes)];
  if (type === 'message.scheduled' || type === 'message.withdrawn') return [keys.scheduled(ticketId)];
  // A customer who writes may name an order that the panel does not show yet.
  if (type === 'message.received')
    return [keys.counts, keys.destinations(ticketId), keys.copilot(ticketId), ...contextOf(ticketId, changes)];
  if (type === 'message.appended') return [keys.copilot(ticketId)];
  // The vendor had its file; the message's row does not tell.
  if (type === 'attachment.fetched') return [keys.messages(ticketId)];
  return [];
}

/** What was done to an order changes what can be done with it next, and what the customer's panel shows. */
function actionKeys({ payload }: EventBody<'action.proposed'>): QueryKey[] {
  return [
    keys.runs,
    keys.actionLists,
    keys.previews,
    ...(payload.ticketId ? [keys.timeline(payload.ticketId), keys.copilot(payload.ticketId)] : []),
    ...(payload.customerId ? [keys.customerContext(payload.customerId)] : []),
  ];
}

function contextOf(ticketId: string, changes: ConsoleChanges): QueryKey[] {
  const ticket = changes.tickets.find((row) => row.id === ticketId);
  return ticket ? [keys.customerContext(ticket.customer.id)] : [];
}
