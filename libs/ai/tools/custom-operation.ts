import type { CustomOperation } from '@satchel/connectors';
import { cleanLine } from '../text/normalise';

/** What of an operation's arguments the server sets or checks: nobody may ask a system about somebody else. */
export interface BoundOperation {
  connectionId: string;
  /** As a model names it: unique over all systems of the shop. */
  name: string;
  operation: string;
  effect: CustomOperation['effect'];
  description: string;
  /** The properties that a model may fill, as the system's own schema has them. */
  free: Record<string, unknown>;
  emails: string[];
  phones: string[];
  /** Must be the number of an order of this customer. */
  orders: string[];
}

const EMAIL = /e-?mail/i;
const PHONE = /phone|mobile|telephone/i;
const ORDER = /order/i;
/** Anything else that may name a person or a record of theirs. */
const SOMEBODY = /id$|ids$|^id|number|customer|account|member|user|name|query|search|token|key|card|address/i;

/** Null: it cannot be held to this customer, so it is not for the AI. */
export function boundOperation(
  connectionId: string,
  { name, label, description, effect, arguments: schema }: CustomOperation,
): BoundOperation | null {
  const properties = (schema.properties ?? {}) as Record<string, { type?: unknown; enum?: unknown; const?: unknown }>;
  const found: BoundOperation = {
    ...{ connectionId, name, operation: name, effect },
    description: cleanLine(`${label}: ${description}`, 300),
    ...{ free: {}, emails: [], phones: [], orders: [] },
  };
  for (const [key, property] of Object.entries(properties)) {
    if (EMAIL.test(key)) found.emails.push(key);
    else if (PHONE.test(key)) found.phones.push(key);
    else if (ORDER.test(key)) found.orders.push(key);
    else if (isHarmless(key, property)) found.free[key] = property;
    else if (SOMEBODY.test(key) || property.type !== 'string') return null;
    else found.free[key] = property;
  }
  const bound = found.emails.length + found.phones.length + found.orders.length > 0;
  const open = Object.entries(found.free).some(([key, property]) => !isHarmless(key, property as { type?: unknown }));
  return bound || !open ? found : null;
}

/** A choice, a yes or no, or a figure that numbers nobody tells nothing of anybody. */
function isHarmless(key: string, property: { type?: unknown; enum?: unknown; const?: unknown }): boolean {
  const { type, enum: choices, const: only } = property;
  if (Array.isArray(choices) || only !== undefined || type === 'boolean') return true;
  return type === 'number' && !SOMEBODY.test(key);
}

/** Systems may call their operations alike. */
export function uniquely(operations: readonly BoundOperation[]): BoundOperation[] {
  const seen = new Map<string, number>();
  return operations.map((one) => {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name}_${count}` };
  });
}
