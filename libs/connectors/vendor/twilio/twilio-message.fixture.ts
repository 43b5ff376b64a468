import type { Outbound, RawInbound } from '../../port';

/** Messages of ours to this number, each as a test wants it. */
export const outboundTo =
  (address: string) =>
  (given: Partial<Outbound> = {}): Outbound => ({
    messageId: '018f0000-0000-7000-8000-000000000000',
    ticketId: '0',
    ticketNumber: 1,
    to: { address, name: null },
    cc: [],
    subject: '',
    text: 'Hello',
    html: null,
    files: [],
    template: null,
    choices: [],
    thread: { inReplyTo: null, references: [] },
    automated: false,
    notice: false,
    ...given,
  });

/** A call of Twilio's as the doorway keeps it. */
export const rawCall = (fields: Record<string, string>): RawInbound => ({
  externalId: 'SM1',
  raw: Buffer.from(new URLSearchParams(fields).toString()),
  meta: {},
});
