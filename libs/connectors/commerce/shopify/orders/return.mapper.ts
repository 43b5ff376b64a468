import type { ReturnBody } from '@satchel/contracts';
import type { ConnectorLog } from '../../../port';
import { Vocabulary } from '../../../vendor/vocabulary';
import { withoutMark } from '../our-key';
import { RETURN_REASON_WORDS, RETURN_WORDS } from '../shopify.words';
import type { ReturnFacts } from './order-facts';

export class ReturnMapper {
  private readonly status;

  constructor(log: ConnectorLog) {
    this.status = new Vocabulary('shopify return status', RETURN_WORDS, log);
  }

  return(facts: ReturnFacts): ReturnBody {
    const lines = facts.returnLineItems.nodes;
    const [first] = lines;
    const note = first && withoutMark(first.customerNote ?? first.returnReasonNote);
    return {
      externalId: facts.id,
      number: facts.name,
      status: this.status.ours(facts.status),
      reason: note || (RETURN_REASON_WORDS[first?.returnReason ?? ''] ?? null),
      lines: lines.map((line) => ({
        orderLineId: line.fulfillmentLineItem?.lineItem.id ?? null,
        title: line.fulfillmentLineItem?.lineItem.title ?? '',
        quantity: line.quantity,
      })),
      requestedAt: facts.createdAt,
      instructionsUrl: instructions(facts),
    };
  }
}

/** The label, or where the parcel is followed. */
function instructions(facts: ReturnFacts): string | null {
  const ways = facts.reverseFulfillmentOrders.nodes.flatMap((order) => order.reverseDeliveries.nodes);
  for (const { deliverable } of ways) {
    const url = deliverable?.label?.publicFileUrl ?? deliverable?.tracking?.url;
    if (url) return url;
  }
  return null;
}
