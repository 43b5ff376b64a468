import { defineJob } from '@satchel/kernel';

/** Answers the newest message of a ticket. One pending job per ticket, so a burst of mails is answered once. */
export const turnJob = defineJob<{ ticketId: string; messageId: string }>('ai.turn', { maxAttempts: 5 });
