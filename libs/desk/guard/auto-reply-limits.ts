/** Windows, in minutes, over which answers by programs are counted: short ones stop a fast loop, long ones a slow one. */
export const WINDOWS_MINUTES = [10, 30, 60, 180, 600] as const;
export type WindowMinutes = (typeof WINDOWS_MINUTES)[number];
export type PerWindow = Record<WindowMinutes, number>;

/**
 * Answers by programs to one address on one ticket, per window. Beyond what a person can ask in that time, below what
 * two programs do to each other in it.
 */
export const MAX_PER_TICKET: PerWindow = { 10: 10, 30: 15, 60: 25, 180: 50, 600: 100 };
/** The same over all tickets of an address: a loop that opens a new ticket each time runs into this one. */
export const MAX_PER_ADDRESS: PerWindow = { 10: 30, 30: 60, 60: 120, 180: 240, 600: 360 };

/** Acknowledgements per ticket: one says all there is to say. */
export const MAX_NOTICES_PER_TICKET = 1;
/** Acknowledgements per address and 24 hours, however many tickets it opens (RFC 5230 4.2 for vacation notices). */
export const MAX_NOTICES_PER_ADDRESS_24H = 1;
/** Answers in 180 minutes to one address on other tickets of the same subject: another program answers our answers. */
export const MAX_SAME_SUBJECT_180M = 2;
/** Rounds between the AI and a sender within 60 seconds: people do not read and write that fast by mail. */
export const MAX_AI_EXCHANGES_60S = 3;
/** The same where people type short messages to each other: a number, a word, a yes. */
export const MAX_TYPED_EXCHANGES_60S = 8;
/** Messages from and to one address in 24 hours: beyond it nobody counts any more, and nobody is meant to answer. */
export const MAX_MESSAGES_24H = 1_000;
