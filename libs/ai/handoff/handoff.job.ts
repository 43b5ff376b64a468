import { defineJob } from '@satchel/kernel';

/** Looks whether a person took the ticket in time. */
export const lateJob = defineJob<{ handoffId: string }>('ai.handoff_late');
