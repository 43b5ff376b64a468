import type { StoredMedia } from '../phone/media';
import { ACCOUNT, API_VERSION, newSid, rfc2822 } from './account';
import { segments } from './segments';

export type TwilioStatus =
  'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'read' | 'received' | 'scheduled' | 'canceled';

/** A file of a message: ours by its store id, Twilio's by its ME… id. */
export interface TwilioMedia {
  sid: string;
  file: StoredMedia;
  createdAt: Date;
}

export interface TwilioMessage {
  sid: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  from: string;
  to: string;
  body: string;
  status: TwilioStatus;
  media: TwilioMedia[];
  /** As the caller named them; some may turn out not to be there. */
  mediaCount: number;
  serviceSid: string | null;
  statusCallback: string | null;
  errorCode: number | null;
  errorMessage: string | null;
  createdAt: Date;
  sentAt: Date | null;
  updatedAt: Date;
}

export interface ListFilter {
  to?: string;
  from?: string;
  /** Whole days, "2026-11-20"; `on`, `from`, `until` with that day included. */
  sentOn?: string;
  sentAfter?: string;
  sentBefore?: string;
}

const dayOf = (message: TwilioMessage) => (message.sentAt ?? message.createdAt).toISOString().slice(0, 10);

export class TwilioMessages {
  private messages: TwilioMessage[] = [];

  constructor(private readonly clock: () => Date) {}

  add(
    given: Pick<TwilioMessage, 'direction' | 'from' | 'to' | 'body' | 'status'> & Partial<TwilioMessage>,
  ): TwilioMessage {
    const at = this.clock();
    const message: TwilioMessage = {
      sid: newSid((given.mediaCount ?? given.media?.length ?? 0) > 0 ? 'MM' : 'SM'),
      media: [],
      mediaCount: given.media?.length ?? 0,
      serviceSid: null,
      statusCallback: null,
      errorCode: null,
      errorMessage: null,
      createdAt: at,
      sentAt: null,
      updatedAt: at,
      ...given,
    };
    this.messages.push(message);
    return message;
  }

  find(sid: string): TwilioMessage | undefined {
    return this.messages.find((message) => message.sid === sid);
  }

  remove(sid: string): void {
    this.messages = this.messages.filter((message) => message.sid !== sid);
  }

  clear(): void {
    this.messages = [];
  }

  /** Newest first. */
  list({ to, from, sentOn, sentAfter, sentBefore }: ListFilter): TwilioMessage[] {
    return [...this.messages]
      .reverse()
      .filter(
        (message) =>
          (to === undefined || message.to === to) &&
          (from === undefined || message.from === from) &&
          (sentOn === undefined || dayOf(message) === sentOn) &&
          (sentAfter === undefined || dayOf(message) >= sentAfter) &&
          (sentBefore === undefined || dayOf(message) <= sentBefore),
      );
  }
}

export const messageUri = (sid: string): string => `/${API_VERSION}/Accounts/${ACCOUNT.sid}/Messages/${sid}`;

export function messageView(message: TwilioMessage) {
  return {
    body: message.body,
    num_segments: String(segments(message.body)),
    direction: message.direction,
    from: message.from,
    to: message.to,
    date_updated: rfc2822(message.updatedAt),
    price: null,
    error_message: message.errorMessage,
    uri: `${messageUri(message.sid)}.json`,
    account_sid: ACCOUNT.sid,
    num_media: String(Math.max(message.media.length, message.mediaCount)),
    status: message.status,
    messaging_service_sid: message.serviceSid,
    sid: message.sid,
    date_sent: message.sentAt ? rfc2822(message.sentAt) : null,
    date_created: rfc2822(message.createdAt),
    error_code: message.errorCode,
    price_unit: 'USD',
    api_version: API_VERSION,
    subresource_uris: { media: `${messageUri(message.sid)}/Media.json` },
  };
}
