import { randomUUID } from 'node:crypto';
import { ConnectorError, type BeforeCommit, type ConnectorDeps, type Outbound, type SendResult } from '../../port';
import { fieldsIn, parsedJson, textIn } from '../../vendor/loose';
import { type Answer, sendOnce } from '../../vendor/send-once';
import { USER_AGENT } from '../../vendor/user-agent';
import { refusalOf } from '../../vendor/vendor-http';
import type { Signature } from './signature';

const NAME = 'Your system';

/**
 * Messages out, as `{"type": "message", "id", "ticket": {"id", "number"}, "to": {"id" | "email" | "phone", "name"},
 * "subject", "text", "html", "files", "choices", "thread": {"inReplyTo", "references"}, "automated", "sentAt"}`.
 * `webhook-id` is the message's id on every try, so a second copy is theirs to drop; 2xx says that they have it, and
 * may carry an id of their own: `{"id": "..."}`.
 */
export class ApiSender {
  constructor(
    private readonly url: string,
    private readonly network: string,
    private readonly signature: Signature,
    private readonly deps: ConnectorDeps,
  ) {}

  async send(outbound: Outbound, beforeCommit: BeforeCommit): Promise<SendResult> {
    if (!outbound.text.trim() && outbound.files.length === 0) {
      throw new ConnectorError('rejected', 'There is nothing to send.');
    }
    const answer = await this.post(outbound.messageId, this.bodyOf(outbound), beforeCommit);
    const theirs = textIn(fieldsIn(parsedJson(answer.text)).id).trim();
    return { externalId: theirs && theirs.length <= 200 ? theirs : outbound.messageId, status: 'delivered' };
  }

  /** `{"type": "ping"}`, to be answered with 2xx by whoever can check our signature. */
  async check(): Promise<void> {
    await this.post(
      `ping-${randomUUID()}`,
      { type: 'ping', sentAt: this.deps.now().toISOString() },
      async () => undefined,
    );
  }

  private async post(id: string, message: object, beforeCommit: BeforeCommit): Promise<Answer> {
    const body = JSON.stringify(message);
    const headers = {
      'content-type': 'application/json',
      'user-agent': USER_AGENT,
      ...this.signature.headers(id, this.deps.now(), body),
    };
    const sending = sendOnce(this.deps, NAME, this.url, { method: 'POST', headers, body }, beforeCommit);
    const answer = await sending.catch((error: unknown) => {
      // They know the message by its id: a second try is harmless.
      if (!(error instanceof ConnectorError) || error.code !== 'uncertain') throw error;
      throw new ConnectorError('unavailable', `${NAME} did not answer.`, { cause: error });
    });
    const shell = new Response(null, { status: answer.status, headers: answer.headers });
    const refusal = refusalOf(NAME, shell, this.deps.now());
    if (refusal?.code === 'not_found') {
      throw new ConnectorError('rejected', `${NAME} knows nothing at this address.`, { vendorCode: '404' });
    }
    if (refusal) throw refusal;
    return answer;
  }

  private bodyOf(outbound: Outbound): object {
    return {
      type: 'message',
      id: outbound.messageId,
      ticket: { id: outbound.ticketId, number: outbound.ticketNumber },
      to: { ...this.recipientOf(outbound.to.address), name: outbound.to.name },
      subject: outbound.subject,
      text: outbound.text,
      html: outbound.html,
      files: outbound.files.map(({ filename, contentType, content }) => ({
        filename,
        contentType,
        base64: content.toString('base64'),
      })),
      choices: outbound.choices,
      thread: outbound.thread,
      automated: outbound.automated,
      sentAt: this.deps.now().toISOString(),
    };
  }

  private recipientOf(address: string): object {
    if (address.startsWith(`${this.network}:`)) return { id: address.slice(this.network.length + 1) };
    if (address.startsWith('+')) return { phone: address };
    return address.includes('@') ? { email: address } : { id: address };
  }
}
