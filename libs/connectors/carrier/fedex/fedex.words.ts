import type { ShipmentStatus } from '@satchel/contracts';

/** Codes of the latest status and of scans, https://developer.fedex.com/api/en-us/guides/api-reference.html#trackingscaneventcodes */
export const STATUS_WORDS: Readonly<Record<string, ShipmentStatus>> = {
  OC: 'pre_transit',
  IN: 'pre_transit',
  PU: 'in_transit',
  PX: 'in_transit',
  DO: 'in_transit',
  IT: 'in_transit',
  IX: 'in_transit',
  DP: 'in_transit',
  AR: 'in_transit',
  AF: 'in_transit',
  AO: 'in_transit',
  AD: 'in_transit',
  FD: 'in_transit',
  LO: 'in_transit',
  PF: 'in_transit',
  SF: 'in_transit',
  TR: 'in_transit',
  CC: 'in_transit',
  CH: 'in_transit',
  DD: 'in_transit',
  OD: 'out_for_delivery',
  ED: 'out_for_delivery',
  DL: 'delivered',
  HL: 'available_for_pickup',
  HP: 'available_for_pickup',
  DE: 'exception',
  SE: 'exception',
  CD: 'exception',
  DY: 'exception',
  CA: 'exception',
  RS: 'returned',
  RP: 'returned',
};

/** Why something is late, where FedEx gives a word and no sentence. */
export const DELAY_WORDS: Readonly<Record<string, string>> = {
  WEATHER: 'delayed by the weather',
  OPERATIONAL: 'delayed at FedEx',
  LOCAL: 'delayed by what happens on the spot',
  GENERAL: 'delayed',
  CLEARANCE: 'waits for customs',
};
