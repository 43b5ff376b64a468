import type { ConnectorBody } from '@satchel/contracts';
import { words } from '../../lib/format';

/** In the order in which a store is connected. */
const KINDS: Record<string, string> = {
  commerce: 'Shop',
  loyalty: 'Loyalty',
  carrier: 'Carrier',
  payment: 'Payments',
  fulfilment: 'Warehouse',
  subscription: 'Subscriptions',
  custom: 'Your own systems',
  channel: 'Channels',
};

export const kindLabel = (kind: string): string => KINDS[kind] ?? words(kind);

export interface ConnectorGroup {
  kind: string;
  label: string;
  connectors: ConnectorBody[];
}

/** What can be connected, one group for each kind; of a search what has all its words in the name or the kind. */
export function groupsOf(connectors: readonly ConnectorBody[], q = ''): ConnectorGroup[] {
  const wanted = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = connectors.filter(({ id, kind, label }) => {
    const text = `${id} ${label} ${kind} ${kindLabel(kind)}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const kinds = [...new Set([...Object.keys(KINDS), ...found.map(({ kind }) => kind)])];
  return kinds.flatMap((kind) => {
    const ours = found.filter((connector) => connector.kind === kind);
    return ours.length > 0 ? [{ kind, label: kindLabel(kind), connectors: ours }] : [];
  });
}
