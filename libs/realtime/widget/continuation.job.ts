import { defineJob } from '@satchel/kernel';

/** Looks whether a visitor has seen what was said to them. Waits under the visitor's key: each new word puts it off. */
export const continueByMailJob = defineJob<{ connectionId: string; visitorId: string }>('widget.continue', {
  maxAttempts: 6,
});
