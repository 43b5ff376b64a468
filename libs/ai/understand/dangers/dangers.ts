import type { Danger } from '../understanding';

/** What one language says of each danger. Every pattern reads folded text: lower case, no accents, straight apostrophes. */
export type Dangers = Record<Danger, readonly RegExp[]>;
