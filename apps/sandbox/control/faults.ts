export const VENDORS = ['shopify', 'ups', 'openai', 'mail', 'twilio', 'meta', 'social', 'imap', 'oauth'] as const;
export type Vendor = (typeof VENDORS)[number];

/** Those that hit a call as it comes in. */
const CALL_MODES = ['down', '429', '500', 'slow'] as const;
/** Those of vendors that call back: on what they send to a hook, and on the answer to a write. */
const MESSAGING_MODES = ['lose_answer', 'duplicate', 'out_of_order', 'forged'] as const;
export const MODES = [...CALL_MODES, 'cut', ...MESSAGING_MODES, 'invalid_grant', 'expired'] as const;
export type Mode = (typeof MODES)[number];

/** `cut` is for mail only: the message is taken, and the connection ends before the answer. */
const modesOf: Record<Vendor, readonly Mode[]> = {
  shopify: CALL_MODES,
  ups: CALL_MODES,
  openai: CALL_MODES,
  mail: [...CALL_MODES, 'cut'],
  twilio: [...CALL_MODES, ...MESSAGING_MODES],
  meta: [...CALL_MODES, ...MESSAGING_MODES],
  social: [...CALL_MODES, ...MESSAGING_MODES],
  imap: ['down', 'slow'],
  oauth: [...CALL_MODES, 'invalid_grant', 'expired'],
};

export const suits = (vendor: Vendor, mode: Mode): boolean => modesOf[vendor].includes(mode);

export interface Fault {
  mode: Mode;
  /** How many calls it still hits; null: until it is lifted. */
  times: number | null;
  delayMs: number;
}

export const SLOW_MS = 5_000;

/** What is broken at the moment, by vendor. */
export class Faults {
  private readonly active = new Map<Vendor, Fault>();

  set(vendor: Vendor, fault: Fault): void {
    this.active.set(vendor, fault);
  }

  lift(vendor?: Vendor): void {
    if (vendor) this.active.delete(vendor);
    else this.active.clear();
  }

  /** What would hit the next call. */
  peek(vendor: Vendor): Mode | null {
    return this.active.get(vendor)?.mode ?? null;
  }

  /** The fault that hits this call, counted down; with `modes`, only when it is one of them. */
  take(vendor: Vendor, modes?: readonly Mode[]): Fault | null {
    const fault = this.active.get(vendor);
    if (!fault || (modes && !modes.includes(fault.mode))) return null;
    if (fault.times !== null) {
      fault.times -= 1;
      if (fault.times <= 0) this.active.delete(vendor);
    }
    return fault;
  }

  list(): Record<string, Fault> {
    return Object.fromEntries(this.active);
  }
}

export const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
