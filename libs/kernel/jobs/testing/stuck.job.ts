import { defineJob } from '../define-job';

export const stuckJob = defineJob<{ from: string }>('spec.stuck');
