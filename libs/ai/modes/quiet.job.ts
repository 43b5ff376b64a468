import { defineJob } from '@satchel/kernel';

/** Replies that nobody came back to within three days were right. */
export const quietJob = defineJob<object>('ai.judge_quiet');
