import { defineJob } from '@satchel/kernel';

export interface TurnJob {
  ticketId: string;
  messageId: string;
  /** A person wants a draft: one is made whoever wrote, and nothing is sent. */
  asked?: boolean;
  /** A stranger's message that is among the few which get a draft. */
  admitted?: boolean;
}

/** Answers the newest message of a ticket. One pending job per ticket, so a burst of mails is answered once. */
export const turnJob = defineJob<TurnJob>('ai.turn', { maxAttempts: 5 });
