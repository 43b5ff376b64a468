import { defineJob } from '@satchel/kernel';

/** Reads what an import asked for. A second try begins anew. */
export const importArticles = defineJob<{ importId: string }>('knowledge.import', { maxAttempts: 3 });
