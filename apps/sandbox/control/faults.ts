/** How a call to a vendor can go wrong; a vendor may name more of its own. */
export type Mode = string;

/** Those that hit a call as it comes in. */
export const CALL_MODES = ['down', '429', '500', 'slow', 'timeout'] as const;
/**
 * Those of a vendor that is written to. `lose_answer`: it happens, and the line dies. `500_after`: it happens, and the
 * answer is a 500. `timeout_after`: it
 * happens, and no answer comes for as long as anybody waits. `no_effect`: the answer says yes and nothing happens. `drift`: the answer's fields are not those
 * that were agreed. `no_effect` and `drift` are each vendor's own to play, by `faults.take`.
 */
export const WRITE_MODES = [
  'lose_answer',
  '500_after',
  'timeout_after',
  'no_effect',
  'expired_token',
  'missing_scope',
  'drift',
] as const;
/** Those of vendors that call back: on what they send to a hook, and on the answer to a write. */
const MESSAGING_MODES = ['lose_answer', 'duplicate', 'out_of_order', 'forged'] as const;
/** What goes wrong with a token, and with a person's consent. */
const OAUTH_MODES = ['invalid_grant', 'expired', 'denied', 'no_refresh_token', 'wrong_account'] as const;

/** Vendors that stand outside of `vendors.ts`; `cut`: the mail is taken, and the line ends before the answer. */
const others: Record<string, readonly Mode[]> = {
  openai: CALL_MODES,
  mail: [...CALL_MODES, 'cut'],
  twilio: [...CALL_MODES, ...MESSAGING_MODES],
  meta: [...CALL_MODES, ...MESSAGING_MODES],
  social: [...CALL_MODES, ...MESSAGING_MODES],
  imap: ['down', 'slow'],
  oauth: [...CALL_MODES, ...OAUTH_MODES],
};

export interface Fault {
  mode: Mode;
  /** How many calls it still hits; null: until it is lifted. */
  times: number | null;
  delayMs: number;
}

export const SLOW_MS = 5_000;
/** Far beyond any client's patience; the line stays open and nothing comes. */
export const TIMEOUT_MS = 120_000;

/** What can break, and what is broken at the moment, by vendor. */
export class Faults {
  private readonly active = new Map<string, Fault>();
  private readonly modes = new Map<string, readonly Mode[]>(Object.entries(others));

  /** Lets a vendor be broken in the usual ways and in its own. */
  register(vendor: string, own: readonly Mode[] = []): void {
    this.modes.set(vendor, [...new Set([...CALL_MODES, ...WRITE_MODES, ...own])]);
  }

  vendors(): string[] {
    return [...this.modes.keys()];
  }

  modesOf(vendor: string): readonly Mode[] {
    return this.modes.get(vendor) ?? [];
  }

  set(vendor: string, fault: Fault): void {
    this.active.set(vendor, fault);
  }

  lift(vendor?: string): void {
    if (vendor) this.active.delete(vendor);
    else this.active.clear();
  }

  /** What would hit the next call. */
  peek(vendor: string): Mode | null {
    return this.active.get(vendor)?.mode ?? null;
  }

  /** The fault that hits this call, counted down; with `modes`, only when it is one of them. */
  take(vendor: string, modes?: readonly Mode[]): Fault | null {
    const fault = this.active.get(vendor);
    if (!fault || (modes && !modes.includes(fault.mode))) return null;
    if (fault.times !== null) {
      fault.times -= 1;
      if (fault.times <= 0) this.active.delete(vendor);
    }
    return fault;
  }

  /** For a write: whether it is to say yes and do nothing. */
  takeNoEffect(vendor: string): boolean {
    return this.take(vendor, ['no_effect']) !== null;
  }

  /** For an answer: whether its fields are to drift. */
  takeDrift(vendor: string): boolean {
    return this.take(vendor, ['drift']) !== null;
  }

  list(): Record<string, Fault> {
    return Object.fromEntries(this.active);
  }
}

export const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
