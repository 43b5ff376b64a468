import type { Outbound, SendResult } from '../../port';
import type { TwilioClient } from './twilio.client';

const MAX_PAGES = 5;
/** Their clock may be behind ours. */
const CLOCK_SKEW_MS = 2 * 60_000;
/** How far back to look for a message whose id does not tell when it was written. */
const DEFAULT_AGE_MS = 24 * 3600_000;

/**
 * Looks for a message whose answer was lost among the newest ones to its customer. Twilio knows no key of ours, so what
 * was said to whom, and not before it was written, has to do. No answer is no knowledge: asked to guess, we do not.
 */
export async function findMessage(
  client: TwilioClient,
  outbound: Outbound,
  to: string,
  body: string,
): Promise<SendResult | 'not_sent' | 'unknown'> {
  const since = writtenAt(outbound.messageId, client.deps.now()).getTime() - CLOCK_SKEW_MS;
  // People say "Thank you!" twice: what is known as an earlier message is not this one.
  const earlier = new Set(outbound.thread.references);
  let next: string | null = null;
  try {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const found = await client.messagesTo(to, next);
      const recent = found.messages.filter((one) => (one.createdAt?.getTime() ?? Infinity) >= since);
      const ours = recent.filter(({ direction, sid }) => direction.startsWith('outbound') && !earlier.has(sid));
      const same = ours.find((one) => says(one.body, body));
      if (same) return { externalId: same.sid, status: 'queued' };
      // The words of a template are the vendor's: another spelling of them may be ours all the same.
      if (outbound.template && ours.length > 0) return 'unknown';
      if (recent.length < found.messages.length || !found.next) return 'not_sent';
      next = found.next;
    }
  } catch (error) {
    client.deps.log.warn({ err: error, messageId: outbound.messageId }, 'an open outcome could not be looked up');
  }
  return 'unknown';
}

/** Trial accounts put a sentence of Twilio's in front. */
function says(sent: string, wanted: string): boolean {
  const [one, other] = [sent.trim(), wanted.trim()];
  return one === other || (other !== '' && /trial account/i.test(one) && one.endsWith(other));
}

/** UUIDs of version 7 begin with the millisecond of their making (RFC 9562, 5.7). */
function writtenAt(messageId: string, now: Date): Date {
  const isV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7/i.test(messageId);
  return new Date(
    isV7 ? Number.parseInt(messageId.replaceAll('-', '').slice(0, 12), 16) : now.getTime() - DEFAULT_AGE_MS,
  );
}
