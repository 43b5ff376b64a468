import type { MirrorResource } from '@satchel/contracts';
import { defineJob } from '@satchel/kernel';

/** A slice of the walk over one kind of record of a shop; it asks for the next slice itself. */
export const syncJob = defineJob<{ connectionId: string; resource: MirrorResource }>('commerce.sync');
