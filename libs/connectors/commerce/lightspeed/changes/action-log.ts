import { fieldsIn, parsedJson, textIn } from '../../../vendor/loose';
import { idIn } from '../facts';
import { PAGE, type Fields, type LightspeedClient } from '../lightspeed.client';

/** What we wrote on an order before changing it. */
export interface Entry {
  /** The metafield's id at the shop. */
  id: string;
  key: string;
  kind: string;
  at: string;
  /** How things stood before, so that a later look can tell what this change did. */
  before: Fields;
  /** What came of it: a credit note's id, a return's; null while nobody has seen it done. */
  done: string | null;
}

const PREFIX = 'satchel_action_';

/**
 * Lightspeed takes no idempotency key with any change. So the key stands on the order itself, in a metafield of its own:
 * written before the change (the intent, with the facts as they were) and completed after somebody saw the effect. Whoever
 * looks later holds the facts against those of the intent: no intent, nothing was sent; facts as before, nothing happened.
 * One metafield for each action and not a list in one, so that two actions at a time cannot overwrite each other.
 */
export class ActionLog {
  constructor(private readonly client: LightspeedClient) {}

  async all(orderId: string): Promise<Entry[]> {
    const path = `orders/${orderId}/metafields`;
    const { orderMetafields } = await this.client.get(path, { limit: PAGE }, { patient: true });
    return entriesIn(Array.isArray(orderMetafields) ? orderMetafields : []);
  }

  async of(orderId: string, key: string): Promise<Entry | null> {
    return (await this.all(orderId)).find((entry) => entry.key === key) ?? null;
  }

  async begin(orderId: string, key: string, kind: string, before: Fields): Promise<Entry> {
    const fresh = { kind, at: this.client.deps.now().toISOString(), before, done: null };
    const body = { orderMetafield: { key: `${PREFIX}${key}`, value: JSON.stringify(fresh) } };
    const answer = await this.client.note('POST', `orders/${orderId}/metafields`, body);
    return { ...fresh, key, id: idIn(fieldsIn(answer.orderMetafield).id) ?? '' };
  }

  /** The change is done whether or not this can be written down. */
  async complete(orderId: string, { id, key, kind, at, before }: Entry, done: string): Promise<void> {
    const value = JSON.stringify({ kind, at, before, done });
    try {
      const body = { orderMetafield: { key: `${PREFIX}${key}`, value } };
      await this.client.note('PUT', `orders/${orderId}/metafields/${id}`, body);
    } catch (error) {
      this.client.deps.log.warn({ err: error, key, kind }, 'a change at Lightspeed could not be marked as done');
    }
  }
}

/** Ours among an order's metafields. */
export function entriesIn(metafields: readonly unknown[]): Entry[] {
  return metafields.map(fieldsIn).flatMap((field) => {
    const name = textIn(field.key);
    const id = idIn(field.id);
    const told = fieldsIn(parsedJson(textIn(field.value)));
    if (!name.startsWith(PREFIX) || !id || !told.kind) return [];
    return {
      id,
      key: name.slice(PREFIX.length),
      kind: textIn(told.kind),
      at: textIn(told.at),
      before: fieldsIn(told.before),
      done: textIn(told.done) || null,
    };
  });
}
