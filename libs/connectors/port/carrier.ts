import type { ShipmentBody } from '@satchel/contracts';
import type { Verdict } from './change';
import type { ChangeHook } from './hook';

/** `estimatedDelivery` is the carrier's own; an adapter never makes one up. */
export type TrackingReport = Pick<
  ShipmentBody,
  'trackingNumber' | 'carrier' | 'status' | 'estimatedDelivery' | 'deliveredAt' | 'events' | 'trackingUrl'
>;

export interface CarrierAdapter {
  check(): Promise<Verdict | void>;
  /**
   * Whether a number is one of this carrier's by shape and check digit: 0 no, 1 shape, 2 shape and check digit. An
   * aggregator says at most 1 of a number that it can ask about, so that the carrier itself is asked first.
   */
  recognise(trackingNumber: string): 0 | 1 | 2;
  /** Null when the carrier does not know the number (yet). */
  track(trackingNumber: string): Promise<TrackingReport | null>;
  hook?: ChangeHook;
  /**
   * Asks for calls to `hook` about these numbers, for carriers that tell only of numbers somebody asked for. Harmless when
   * repeated; such a wish ends after some days. Gives back the numbers that were taken.
   */
  watch?(trackingNumbers: readonly string[]): Promise<string[]>;
}
