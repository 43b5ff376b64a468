import type { ShipmentStatus } from '@satchel/contracts';
import { finerStatus } from './hitches';

describe('finerStatus', () => {
  it.each<[ShipmentStatus, string, ShipmentStatus]>([
    ['exception', 'Customer not available or business closed', 'attempted'],
    ['exception', 'A delivery attempt was made', 'attempted'],
    ['exception', 'The shipment is being returned to the shipper', 'returned'],
    ['exception', 'Weather delay', 'exception'],
    ['exception', 'The sender was told', 'exception'],
    ['in_transit', 'The shipment is with the delivery courier', 'out_for_delivery'],
    ['in_transit', 'Ready for collection at the service point', 'available_for_pickup'],
    ['in_transit', 'We will make another attempt', 'in_transit'],
    ['delivered', 'Returned to sender', 'delivered'],
    ['unknown', 'Out for delivery', 'unknown'],
  ])('%s with "%s" is %s', (status, words, finer) => expect(finerStatus(status, words)).toBe(finer));
});
