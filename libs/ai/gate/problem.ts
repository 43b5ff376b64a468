/** One thing in a reply that no tool returned, or that must not be said at all. */
export interface GateProblem {
  kind:
    | 'link'
    | 'email'
    | 'amount'
    | 'date'
    | 'time'
    | 'code'
    | 'number'
    /** An act that nobody did or may promise. */
    | 'promise'
    /** A state of the order that nobody read, or the opposite of what was read. */
    | 'claim'
    /** A true fact of another order, item or parcel than the one that the sentence names. */
    | 'scope'
    /** A colour, material, carrier, tier or feature that stands in no answer. */
    | 'attribute'
    | 'name'
    | 'address'
    | 'phone'
    /** A card number, an account, a one-time code. */
    | 'secret'
    /** A rule of the shop or knowledge of a product without a passage behind it. */
    | 'uncited'
    /** The passage that is cited does not say so. */
    | 'citation'
    /** An insult, a hint to buy elsewhere, that there is no person to talk to, that the conversation is closed. */
    | 'tone'
    | 'hidden'
    | 'language'
    | 'empty'
    | 'length';
  text: string;
  /** Where in `GateResult.text`; absent when it is about the whole reply. */
  from?: number;
  to?: number;
}
