import type { ShipmentStatus } from '@satchel/contracts';

export const STATUS_WORDS: Readonly<Record<string, ShipmentStatus>> = {
  'pre-transit': 'pre_transit',
  transit: 'in_transit',
  delivered: 'delivered',
  failure: 'exception',
  unknown: 'unknown',
};
