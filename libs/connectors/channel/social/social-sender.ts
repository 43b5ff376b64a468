import { ConnectorError, type BeforeCommit, type Outbound, type OutboundFile, type SendResult } from '../../port';
import { textIn } from '../../vendor/loose';
import type { GraphClient } from '../../vendor/meta/graph.client';

const MAX_REPLIES = 13;
const REPLY_CHARS = 20;

interface Settings {
  network: 'messenger' | 'instagram';
  maxChars: number;
  maxFileBytes: number;
  humanAgent: boolean;
}

export function recipientOf(network: string, address: string): { id: string } {
  const id = address.startsWith(`${network}:`) ? address.slice(network.length + 1) : '';
  if (/^\d{1,30}$/.test(id)) return { id };
  throw new ConnectorError('rejected', `These messages go to accounts on ${network} only.`);
}

interface Part {
  message: object;
  /** Goes along as bytes. */
  file: OutboundFile | null;
}

const nothing = async (): Promise<void> => undefined;

/** A form's parts are texts: what is no text goes as JSON. */
const formFields = (body: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );

/** One message of ours: a file and words are two messages there, the file first. */
export class SocialSender {
  constructor(
    private readonly graph: GraphClient,
    private readonly settings: Settings,
  ) {}

  async send(outbound: Outbound, beforeCommit: BeforeCommit): Promise<SendResult> {
    const recipient = recipientOf(this.settings.network, outbound.to.address);
    const words = wordsOf(outbound);
    this.refuseUnsendable(words.text, outbound.files);
    const parts: Part[] = [
      ...outbound.files.map((file) => this.filePart(file)),
      ...(words.text ? [{ message: words, file: null }] : []),
    ];

    let externalId = '';
    for (const [index, part] of parts.entries()) {
      const commit = index === 0 ? beforeCommit : nothing;
      try {
        externalId = await this.post(recipient, part, commit, outbound.automated);
      } catch (error) {
        if (index === 0) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        throw new ConnectorError('uncertain', `The file went out, the words did not: ${reason}`, { cause: error });
      }
    }
    return { externalId, status: 'sent' };
  }

  /**
   * After 24 hours a person may still answer, under a tag that Meta grants and a program must never use; Meta itself
   * counts the seven days. The first try was refused, so the second is the only one that has an effect.
   */
  private async post(recipient: object, part: Part, commit: BeforeCommit, automated: boolean): Promise<string> {
    try {
      return await this.create({ recipient, messaging_type: 'RESPONSE' }, part, commit);
    } catch (error) {
      const isClosed = error instanceof ConnectorError && error.code === 'window_closed';
      if (!isClosed || automated || !this.settings.humanAgent) throw error;
      return this.create({ recipient, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }, part, nothing);
    }
  }

  private async create(envelope: object, { message, file }: Part, commit: BeforeCommit): Promise<string> {
    const body = { ...envelope, message };
    const answer = file
      ? await this.graph.createWithFile('/me/messages', formFields(body), { ...file, field: 'filedata' }, commit)
      : await this.graph.create('/me/messages', body, commit);
    const id = textIn(answer.message_id);
    if (id === '') throw new ConnectorError('uncertain', 'The message was taken and no id told.');
    return id;
  }

  private filePart(file: OutboundFile): Part {
    const kind = file.contentType.split('/')[0] ?? '';
    const type = ['image', 'video', 'audio'].includes(kind) ? kind : 'file';
    if (this.settings.network === 'messenger') {
      return { message: { attachment: { type, payload: { is_reusable: false } } }, file };
    }
    if (file.url) return { message: { attachment: { type, payload: { url: file.url } } }, file: null };
    throw new ConnectorError(
      'rejected',
      `Instagram fetches files from a public address, and this installation has none: "${file.filename}" cannot go there.`,
    );
  }

  private refuseUnsendable(text: string, files: OutboundFile[]): void {
    const { maxChars, maxFileBytes, network } = this.settings;
    // Instagram counts bytes.
    const length = network === 'instagram' ? Buffer.byteLength(text) : text.length;
    const [file, ...more] = files;
    const problem =
      length > maxChars
        ? `A message there holds ${maxChars} ${network === 'instagram' ? 'bytes' : 'characters'}; this one has ${length}.`
        : more.length > 0
          ? 'A message there takes one file.'
          : !file && text === ''
            ? 'There is nothing to send.'
            : file && file.content.length > maxFileBytes
              ? `"${file.filename}" is larger than ${Math.floor(maxFileBytes / 1024 / 1024)} MB.`
              : null;
    if (problem) throw new ConnectorError('rejected', problem);
  }
}

/** Answers as buttons where they fit, below the words where not. */
function wordsOf({ text, choices }: Outbound): { text: string; quick_replies?: object[] } {
  const fit = text !== '' && choices.length <= MAX_REPLIES && choices.every((one) => one && one.length <= REPLY_CHARS);
  if (choices.length > 0 && fit) {
    return { text, quick_replies: choices.map((title) => ({ content_type: 'text', title, payload: title })) };
  }
  return { text: [text, ...choices.map((choice) => `- ${choice}`)].filter(Boolean).join('\n') };
}
