import type { ChannelHook, ConnectorDeps, RawInbound } from '../../../port';
import { ask, refusalOf } from '../../../vendor/vendor-http';
import { readNotification } from './ses-notification';
import { isSnsAddress, snsMessage, type SnsMessage } from './sns-message';
import { SnsSignature } from './sns-signature';

export interface SesSettings {
  /** The only topic that is listened to: anybody can have one of their own call us, with a good signature. */
  topic: string;
  receive: (raw: Buffer, meta: Record<string, unknown>) => RawInbound;
}

/** Mail that Amazon SES takes in, and what it reports of ours, as a topic of Amazon SNS posts it. */
export function sesHook({ topic, receive }: SesSettings, deps: ConnectorDeps): ChannelHook {
  const signature = new SnsSignature(deps);
  const confirmed = new Set<string>();

  /** The set-up of a topic ends with this call of ours; SNS says the same thing again until it was heard. */
  const confirm = async (message: SnsMessage): Promise<string | null> => {
    const url = message.field('SubscribeURL');
    if (!isSnsAddress(url)) return 'The address to confirm the subscription at is not one of Amazon SNS.';
    if (confirmed.has(url)) return null;
    const response = await ask(deps, 'Amazon SNS', url, {});
    const refusal = refusalOf('Amazon SNS', response, deps.now());
    if (refusal) throw refusal;
    confirmed.add(url);
    deps.log.info({ topic }, 'the subscription to a topic of Amazon SNS is confirmed');
    return null;
  };

  return {
    async verify(request) {
      if (request.method !== 'POST') return 'Mail is posted.';
      if (request.headers['x-amz-sns-rawdelivery'] === 'true')
        return 'Raw messages are not signed: switch raw message delivery off at the subscription.';
      const message = snsMessage(request);
      if (!message) return 'The call is not one of Amazon SNS.';
      if (topic === '' || message.field('TopicArn') !== topic)
        return 'The call is of another topic than the one in the settings (parseTopic).';
      const problem = await signature.problem(message);
      if (problem !== null) return problem;
      if (message.type === 'SubscriptionConfirmation') return confirm(message);
      if (message.type === 'UnsubscribeConfirmation') deps.log.warn({ topic }, 'a topic of Amazon SNS no longer calls');
      return null;
    },
    unpack(request) {
      const message = snsMessage(request);
      if (message?.type !== 'Notification') return [];
      return readNotification(message.field('Message') ?? '', message.field('MessageId') ?? '', receive);
    },
    answer: { status: 200, contentType: 'text/plain; charset=utf-8', body: 'received' },
  };
}
