import { createHash } from 'node:crypto';
import type { ChannelHook, HookRequest, RawInbound } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../../vendor/loose';
import type { Signature } from './signature';

/** One call, one message or report. What cannot be understood is stored as well and put aside with the reason. */
export function apiHook(signature: Signature): ChannelHook {
  return {
    verify: (request) =>
      request.method === 'POST' ? signature.problem(request) : 'Messages come as HTTP POST requests.',
    unpack: (request) => [{ externalId: externalIdOf(request), raw: request.body, meta: {} } satisfies RawInbound],
    answer: { status: 200, contentType: 'application/json', body: '{"received":true}' },
  };
}

/** By the message's own id; by that of the call (the same on each retry) when the body has none. */
function externalIdOf({ headers, body }: HookRequest): string {
  const said = fieldsIn(parsedJson(body));
  const id =
    said.type === 'status'
      ? [textIn(said.messageId), textIn(said.status)].every(Boolean) &&
        `status:${textIn(said.messageId)}:${textIn(said.status)}`
      : textIn(said.id).trim();
  if (id && id.length <= 300) return id;
  return `call:${headers['webhook-id']?.slice(0, 200) || createHash('sha256').update(body).digest('hex')}`;
}
