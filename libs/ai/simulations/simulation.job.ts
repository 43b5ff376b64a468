import { defineJob } from '@satchel/kernel';

/** Plays simulations; played again after a crash it starts over, which changes nothing. */
export const simulationJob = defineJob<{ runId: string }>('ai.simulations', { maxAttempts: 2 });
