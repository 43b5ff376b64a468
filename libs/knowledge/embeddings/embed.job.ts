import { defineJob } from '@satchel/kernel';

/** Embeds what of a workspace's articles has no embedding of the configured model yet. */
export const embedArticles = defineJob<Record<string, never>>('knowledge.embed', { maxAttempts: 8 });
