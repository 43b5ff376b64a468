import type { Connector } from '@satchel/connectors';
import { connectors } from '../connectors/registry';

/** Adds a connector that only this test file knows; `remove` takes it out again. */
export function addConnector(connector: Connector): { remove(): void } {
  const list = connectors as Connector[];
  list.push(connector);
  return { remove: () => void list.splice(list.indexOf(connector), 1) };
}
