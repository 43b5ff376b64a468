import { defineJob } from '@satchel/kernel';

/** Looks after a run whose try may have died, or whose outcome is open. */
export const watchRunJob = defineJob<{ runId: string }>('actions.watch');
