import type { ConnectorBody } from '@satchel/contracts';
import { carrierConnectors } from './carrier';
import { channelConnectors } from './channel';
import { commerceConnectors } from './commerce';
import type { Connector } from './port';
import { fieldsOf } from './port';

/** Every outside system this installation knows how to talk to. */
export const connectors: readonly Connector[] = [...channelConnectors, ...commerceConnectors, ...carrierConnectors];

export function findConnector(id: string): Connector | null {
  return connectors.find((it) => it.id === id) ?? null;
}

/** What the settings page needs to draw a connector's form. */
export function connectorBodies(): ConnectorBody[] {
  return connectors.map((it) => ({
    id: it.id,
    kind: it.kind,
    label: it.label,
    needsAddress: it.needsAddress ?? false,
    fields: fieldsOf(it.credentials),
  }));
}
