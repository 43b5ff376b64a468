export const SMILE_KEY = 'sandbox-smile-key';

/** What a test may change; asking with nothing sets all of it back. */
export interface SmileSettings {
  label: { one: string; other: string };
  /** The states of customers by mail address, where they are not members or candidates by themselves. */
  states: Record<string, string>;
  /** More customers with an address that somebody else has as well. */
  doubles: { id: number; email: string; state: string; points: number }[];
  /** False: the plan has no API, and each call is refused. */
  plan: boolean;
  /** The key's scopes; null: all. */
  scopes: string[] | null;
  /** Calls that are allowed in any second (ten at Smile.io, over all that use one key); null: any number. */
  perSecond: number | null;
}

export const defaults = (): SmileSettings => ({
  label: { one: 'Point', other: 'Points' },
  states: {},
  doubles: [],
  plan: true,
  scopes: null,
  perSecond: null,
});
