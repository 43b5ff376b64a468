import type { RawInbound } from '../../port';
import { fieldsIn, listIn, parsedJson, textIn } from '../../vendor/loose';
import { idOfBytes } from '../../vendor/meta/meta-hook';

type Fields = Record<string, unknown>;

/** A call of Meta's holds events of several accounts; one raw message per event of ours. Our own words come back as echoes. */
export function unpackEvents(body: Buffer, accountId: string): RawInbound[] {
  const call = parsedJson(body);
  if (call === null) return [{ externalId: idOfBytes(body), raw: body, meta: {} }];
  return listIn(fieldsIn(call).entry)
    .map(fieldsIn)
    .filter((entry) => textIn(entry.id) === accountId)
    .flatMap((entry) => listIn(entry.messaging).map(fieldsIn))
    .filter((event) => fieldsIn(event.message).is_echo !== true)
    .map((event) => {
      const raw = Buffer.from(JSON.stringify(event));
      return { externalId: idOf(event).slice(0, 400) || idOfBytes(raw), raw, meta: {} };
    });
}

function idOf(event: Fields): string {
  const who = textIn(fieldsIn(event.sender).id);
  const [message, read, delivery, reaction, postback] = [
    event.message,
    event.read,
    event.delivery,
    event.reaction,
    event.postback,
  ].map(fieldsIn);
  const joined = (...parts: unknown[]): string => {
    const texts = parts.map(textIn);
    return texts.every(Boolean) ? texts.join(':') : '';
  };
  return (
    joined(message?.mid, message?.is_deleted === true ? 'deleted' : 'message').replace(/:message$/, '') ||
    joined(reaction?.mid, 'reaction', who, event.timestamp) ||
    joined(postback?.mid) ||
    joined('read', who, read?.mid) ||
    joined('read', who, read?.watermark) ||
    joined('delivered', who, delivery?.watermark)
  );
}
