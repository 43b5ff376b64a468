/** Characters of one message, written or drafted: beyond what anybody types, below what slows a screen. */
export const MAX_TEXT = 100_000;
