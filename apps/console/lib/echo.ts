import type { Author, CreateMessageRequest, MessageBody } from '@satchel/contracts';

/** A message of ours that the server has not confirmed. It shows at once and gives way to its stored twin. */
export interface Echo {
  message: MessageBody;
  state: 'sending' | 'failed';
  problem: string | null;
  request: CreateMessageRequest & { clientId: string };
}

export interface ThreadMessage extends MessageBody {
  echo?: Echo;
}

export function makeEcho(ticketId: string, request: Echo['request'], author: Author, now: Date): Echo {
  const note = request.kind === 'note';
  const message: MessageBody = {
    id: `echo:${request.clientId}`,
    ticketId,
    direction: note ? 'internal' : 'outbound',
    kind: request.kind,
    author,
    text: request.text,
    attachments: [],
    ...(request.choices?.length && { choices: request.choices }),
    deliveryStatus: note ? null : 'queued',
    deliveryError: null,
    clientId: request.clientId,
    createdAt: now.toISOString(),
  };
  return { message, state: 'sending', problem: null, request };
}

/** Stored messages, then the echoes that have no stored twin yet: a message is never shown twice. */
export function withEchoes(stored: readonly MessageBody[], echoes: readonly Echo[]): ThreadMessage[] {
  const arrived = new Set(stored.map((message) => message.clientId));
  const waiting = echoes.filter((echo) => !arrived.has(echo.request.clientId));
  return [...stored, ...waiting.map((echo) => ({ ...echo.message, echo }))];
}

export function putEcho(echoes: readonly Echo[] | undefined, echo: Echo): Echo[] {
  return [...dropEcho(echoes, echo.request.clientId), echo];
}

export function dropEcho(echoes: readonly Echo[] | undefined, clientId: string): Echo[] {
  return (echoes ?? []).filter((echo) => echo.request.clientId !== clientId);
}

export function failEcho(echoes: readonly Echo[] | undefined, clientId: string, problem: string): Echo[] {
  return (echoes ?? []).map((echo) =>
    echo.request.clientId === clientId ? { ...echo, state: 'failed' as const, problem } : echo,
  );
}

/** What the thread gained after the message that the writer saw last: shown when a send was stopped. */
export function gainedSince(messages: readonly MessageBody[], lastSeenId: string | undefined): MessageBody[] {
  const at = messages.findIndex((message) => message.id === lastSeenId);
  return at < 0 ? messages.slice(-1) : messages.slice(at + 1);
}
