import type { CapabilitiesBody } from '@satchel/contracts';
import type { BeforeCommit } from './channel';

/** What every change at a vendor carries. */
export interface Write {
  /**
   * Our action's id. It goes along wherever the vendor has a place for it (an idempotency key, a note, metadata), and the
   * change is found again by it.
   */
  key: string;
  /** Awaited right before the request leaves. From then on only an answer tells that nothing happened. */
  beforeCommit: BeforeCommit;
}

/**
 * One thing that an adapter can change at its vendor.
 *
 * `perform` does it once and throws ConnectorError: `rejected` with the vendor's reason in words for a person, `uncertain`
 * when it may have taken effect. Whoever called then asks `find`, also after a success: a vendor that answers 200 and does
 * nothing has done nothing.
 */
export interface Change<Args, Result> {
  perform(args: Args, write: Write): Promise<Result>;
  /**
   * Reads the vendor again: does this very change (this key; where the vendor keeps no key, this effect) stand there?
   * `unknown`: the vendor cannot tell it from somebody else's; a person looks.
   */
  find(args: Args, key: string): Promise<Result | 'not_done' | 'unknown'>;
  /** Takes it back, for vendors that can. */
  undo?(result: Result, write: Write): Promise<void>;
}

/**
 * What a connection may do: the parts that its vendor has, less what its key may not. Names are the adapter's own:
 * `orders`, `customers`, `products`, `refund`, `cancel`, `address`, `returns`, `discounts`, `status`, `grant`, `redeem` ...
 * A reason says what to do: "The key may not write orders: tick Orders > Write under Settings > Developers".
 */
export type Verdict = CapabilitiesBody;
