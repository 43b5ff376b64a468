/** Why a change was not made, in words that each vendor turns into its own error. */
export class Refused {
  constructor(
    readonly code: RefusalCode,
    readonly message: string,
  ) {}
}

export type RefusalCode = 'already_done' | 'wrong_state' | 'too_much' | 'nothing_left' | 'not_found' | 'invalid';

/** The record as it is now, or why not. */
export type Outcome<T> = T | Refused;
