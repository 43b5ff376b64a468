import { Panel } from './panel';
import { useChat } from './surroundings';

/** The chat of one visit: the next person gets a new one, with nothing half-written in it. */
export function Widget() {
  return <Panel key={useChat().visit} />;
}
