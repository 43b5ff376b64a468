import { z } from 'zod';
import { ownOrders, trackingKey } from './find-orders.tool';
import type { TrackShipmentData } from './order-facts';
import { shipmentEvidence, shipmentFacts } from './order-facts';
import { defineTool } from './tool';

const unknown: TrackShipmentData = { found: false, shipment: null, incomplete: false };

export const trackShipmentTool = defineTool({
  name: 'track_shipment',
  description:
    "Asks the carrier where a parcel is. trackingNumber must come from an order of this customer, as find_orders returned it. An estimated delivery in the answer is the carrier's own; when it is null there is none.",
  schema: z.strictObject({ trackingNumber: z.string().regex(/^[A-Za-z0-9 -]{5,40}$/) }),
  async run(ctx, binding, { trackingNumber }) {
    const key = trackingKey(trackingNumber);
    if (!binding.disclosed.has(key)) await ownOrders(ctx, binding);
    const known = binding.disclosed.get(key);
    // A number of somebody else's parcel and one that does not exist answer alike.
    if (!known) {
      binding.misses += 1;
      return { ok: true, data: unknown, evidence: [], summary: 'Not a tracking number of this customer', missed: true };
    }

    const shipment = await binding.lookups.track(ctx, key, known.carrier ?? undefined);
    if (!shipment) return { ok: true, data: unknown, evidence: [], summary: `The carrier does not know ${key} yet` };
    const facts = shipmentFacts(shipment, binding.now());
    return {
      ok: true,
      data: {
        found: true,
        shipment: { ...facts, trackingNumber: facts.trackingNumber ?? key },
        incomplete: false,
      } satisfies TrackShipmentData,
      evidence: shipmentEvidence(facts, binding.now().toISOString()),
      summary: `${facts.carrier ?? 'Carrier'}: ${facts.status.replace(/_/g, ' ')}`,
    };
  },
});
