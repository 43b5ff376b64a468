import type { ShipmentStatus } from '@satchel/contracts';

/** Activity status types, https://developer.ups.com/api/reference/tracking/appendix. */
export const TYPE_WORDS: Readonly<Record<string, ShipmentStatus>> = {
  D: 'delivered',
  I: 'in_transit',
  M: 'pre_transit',
  // Manifest void: the label was withdrawn, nothing is on its way.
  MV: 'exception',
  P: 'in_transit',
  X: 'exception',
  // An update of data, which says nothing about where the parcel is.
  U: 'unknown',
  O: 'out_for_delivery',
  RS: 'returned',
};

/** Codes that tell more than their type. */
export const CODE_WORDS: Readonly<Record<string, ShipmentStatus>> = {
  OT: 'out_for_delivery',
  RS: 'returned',
};
