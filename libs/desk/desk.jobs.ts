import { defineJob } from '@satchel/kernel';

/** Sends what waits on one ticket. Enqueued with the message, in its transaction. */
export const deliverJob = defineJob<{ ticketId: string }>('desk.deliver', { maxAttempts: 10 });
