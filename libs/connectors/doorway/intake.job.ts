import { defineJob } from '@satchel/kernel';

/** A raw message waits to be understood and put on its ticket; the desk does it. */
export const intakeJob = defineJob<{ envelopeId: string }>('desk.intake');
