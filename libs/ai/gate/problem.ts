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
    | 'promise'
    | 'claim'
    | 'hidden'
    | 'language'
    | 'empty'
    | 'length';
  text: string;
}
