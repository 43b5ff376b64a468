import type { ChannelHook, ConnectorLog, RawInbound } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { handshake, idOfBytes, signatureProblem } from '../../vendor/meta/meta-hook';

interface HookSettings {
  phoneNumberId: string;
  appSecret: string;
  verifyToken: string;
  log: ConnectorLog;
}

/** Meta's calls, which may hold many messages and reports, also of other numbers of the same app. */
export function cloudHook({ phoneNumberId, appSecret, verifyToken, log }: HookSettings): ChannelHook {
  return {
    handshake: (request) => handshake(request, verifyToken),
    verify: (request) => signatureProblem(request, appSecret),
    unpack({ body }) {
      const call = parsedJson(body);
      if (call === null) return [{ externalId: idOfBytes(body), raw: body, meta: {} }];
      const changes = listIn(fieldsIn(call).entry).flatMap((entry) => listIn(fieldsIn(entry).changes).map(fieldsIn));
      return changes.flatMap((change) => {
        const value = fieldsIn(change.value);
        if (change.field !== 'messages') {
          log.debug({ field: textIn(change.field) }, 'WhatsApp told something that is not about messages');
          return [];
        }
        return textIn(fieldsIn(value.metadata).phone_number_id) === phoneNumberId ? partsOf(value) : [];
      });
    },
    answer: { status: 200, contentType: 'text/plain; charset=utf-8', body: 'OK' },
  };
}

function partsOf(value: Record<string, unknown>): RawInbound[] {
  const contacts = listIn(value.contacts).map(fieldsIn);
  const messages = listIn(value.messages).map(fieldsIn);
  const statuses = listIn(value.statuses).map(fieldsIn);
  return [
    ...messages.map((message) => {
      const contact =
        contacts.find((one) => one.wa_id === message.from || one.user_id === message.from_user_id) ?? contacts[0];
      return wrap({ message, contact: contact ?? null }, textIn(message.id));
    }),
    ...statuses.map((status) => wrap({ status }, [status.id, status.status].map(textIn).filter(Boolean).join(':'))),
  ];
}

function wrap(part: object, id: string): RawInbound {
  const raw = Buffer.from(JSON.stringify(part));
  return { externalId: id.slice(0, 300) || idOfBytes(raw), raw, meta: {} };
}
