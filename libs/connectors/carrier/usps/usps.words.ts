import type { ShipmentStatus } from '@satchel/contracts';

/** Status categories in lower case, without hyphens. */
export const CATEGORY_WORDS: Readonly<Record<string, ShipmentStatus>> = {
  'pre shipment': 'pre_transit',
  accepted: 'in_transit',
  'in transit': 'in_transit',
  'moving through network': 'in_transit',
  'processed at facility': 'in_transit',
  'arriving late': 'in_transit',
  'out for delivery': 'out_for_delivery',
  'delivery attempt': 'attempted',
  'notice left': 'attempted',
  'available for pickup': 'available_for_pickup',
  'held for pickup': 'available_for_pickup',
  delivered: 'delivered',
  'delivered to agent': 'delivered',
  alert: 'exception',
  'return to sender': 'returned',
  'returned to sender': 'returned',
};

/** Event codes that are known for sure; for records without a category. */
export const EVENT_WORDS: Readonly<Record<string, ShipmentStatus>> = {
  GX: 'pre_transit',
  '03': 'in_transit',
  '10': 'in_transit',
  '07': 'in_transit',
  T1: 'in_transit',
  TL: 'in_transit',
  SF: 'in_transit',
  OF: 'out_for_delivery',
  '01': 'delivered',
};
