import { z } from 'zod';
import { defineAction } from '../action/action';
import { orderArg } from '../action/arguments';
import { cannot } from '../action/preparation';
import { lookedUp } from '../action/prepared';
import { orderFacts } from '../source/order-facts';

export const trackShipment = defineAction({
  name: 'track_shipment',
  title: 'Track a shipment',
  description: "Asks the carriers where an order's parcels are. An estimate is the carrier's own, or there is none.",
  risk: 'read',
  assurance: 2,
  needs: { kind: 'commerce', capability: 'orders' },
  undoable: false,
  arguments: z.strictObject({ order: orderArg }),
  async prepare(scene, args) {
    const found = await scene.sources.order(scene.ctx, args.order, scene.customer);
    if (!found.ok) return found;
    const { shipments, number, id } = found.body;
    if (shipments.length === 0) return cannot('not_found', `Nothing of ${number} was sent yet.`);
    const facts = shipments.map(({ carrier, trackingNumber, status }) => ({
      label: [carrier, trackingNumber].filter(Boolean).join(' ') || 'Parcel',
      value: status.replaceAll('_', ' '),
    }));
    return lookedUp(
      `Tracked ${number}`,
      { shipments },
      { source: found.connection.label, at: scene.now.toISOString(), facts },
      { order: { id, number }, connectionId: found.connection.id, facts: orderFacts(found, scene) },
    );
  },
});
