import { defineJob } from '@satchel/kernel';

/** Sends what waits on one ticket. Enqueued with the message, in its transaction. */
export const deliverJob = defineJob<{ ticketId: string }>('desk.deliver', { maxAttempts: 10 });

/** Lets a reply go that waited for its moment. */
export const releaseJob = defineJob<{ scheduledId: string }>('desk.release');

/** Sends one mail to a person of the workspace. */
export const personMailJob = defineJob<{ mailId: string }>('desk.person_mail', { maxAttempts: 8 });

/** A day after an alarm: whether somebody still has to be told. */
export const alarmAgainJob = defineJob<{ connectionId: string; raised: string; label: string; reason: string }>(
  'desk.alarm_again',
);

/** Removes the uploads of a day that were never sent. */
export const sweepUploadsJob = defineJob<object>('desk.sweep_uploads');

/** Scans a file that came while the virus scanner was away; tries for some days. */
export const scanAttachmentJob = defineJob<{ attachmentId: string }>('desk.scan_attachment', { maxAttempts: 25 });

/** Fetches a file that the vendor still holds; the ninth try comes about an hour after the first. */
export const fetchAttachmentJob = defineJob<{ attachmentId: string }>('desk.fetch_attachment', { maxAttempts: 9 });
