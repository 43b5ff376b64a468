import { ConnectorError, type BeforeCommit, type ConnectorDeps } from '../../port';
import { download } from '../download';
import { fieldsIn, parsedJson } from '../loose';
import { multipart, type FormFile } from '../multipart';
import { type Answer, FILE_LIMIT_MS, sendOnce } from '../send-once';
import { USER_AGENT } from '../user-agent';
import { ask } from '../vendor-http';
import { graphRefusal } from './graph.errors';

export interface GraphSettings {
  /** Whose words stand in errors: "WhatsApp", "Messenger". */
  vendor: string;
  /** The vendor's host, when there is no base URL. */
  host: string;
  version: string;
  accessToken: string;
  /** Hosts besides the API's own that files come from. */
  fileHosts: readonly string[];
  maxFileBytes: number;
}

/** Meta's Graph API with one connection's token. Paths are given without host and version. */
export class GraphClient {
  private readonly root: string;
  private readonly host: string;

  constructor(
    private readonly settings: GraphSettings,
    readonly deps: ConnectorDeps,
  ) {
    this.host = (deps.baseUrl ?? settings.host).replace(/\/+$/, '');
    this.root = `${this.host}/${settings.version}`;
  }

  async get(path: string, query: Record<string, string> = {}): Promise<Record<string, unknown>> {
    const search = new URLSearchParams(query).toString();
    return this.understood(await this.ask(`${path}${search && '?'}${search}`, { headers: this.headers }));
  }

  /** A request that may as well happen twice. */
  async post(path: string, body: object): Promise<Record<string, unknown>> {
    return this.understood(await this.ask(path, this.json(body)));
  }

  async delete(path: string): Promise<void> {
    this.understood(await this.ask(path, { method: 'DELETE', headers: this.headers }));
  }

  /** A request that makes a message, once; see `sendOnce`. */
  async create(path: string, body: object, beforeCommit: BeforeCommit): Promise<Record<string, unknown>> {
    const answer = await sendOnce(
      this.deps,
      this.settings.vendor,
      `${this.root}${path}`,
      this.json(body),
      beforeCommit,
    );
    return this.understood(answer);
  }

  /** The same with the file that the message is, for APIs that take both at once. */
  async createWithFile(
    path: string,
    fields: Record<string, string>,
    file: FormFile,
    beforeCommit: BeforeCommit,
  ): Promise<Record<string, unknown>> {
    const { contentType, body } = multipart(fields, file);
    const init = { method: 'POST', headers: { ...this.headers, 'content-type': contentType }, body };
    const { vendor } = this.settings;
    return this.understood(await sendOnce(this.deps, vendor, `${this.root}${path}`, init, beforeCommit, FILE_LIMIT_MS));
  }

  /** Hands over a file for a later message; nobody sees it before that. */
  async upload(path: string, fields: Record<string, string>, file: FormFile): Promise<Record<string, unknown>> {
    const { contentType, body } = multipart(fields, file);
    const headers = { ...this.headers, 'content-type': contentType };
    const signal = AbortSignal.timeout(FILE_LIMIT_MS);
    const init = { method: 'POST', headers, body, redirect: 'manual' as const, signal, timeoutMs: FILE_LIMIT_MS };
    try {
      const response = await this.deps.fetch(`${this.root}${path}`, init);
      return this.understood({ status: response.status, headers: response.headers, text: await response.text() });
    } catch (cause) {
      if (cause instanceof ConnectorError) throw cause;
      throw new ConnectorError('unavailable', `${this.settings.vendor} did not take the file.`, { cause });
    }
  }

  /** A file of a customer's; `withToken` where the address is not its own proof. */
  fetchFile(url: string, withToken: boolean): Promise<{ content: Buffer; contentType: string | null }> {
    return download(this.deps, {
      vendor: this.settings.vendor,
      url,
      headers: withToken ? this.headers : { 'user-agent': USER_AGENT },
      hosts: [new URL(this.settings.host).host, ...this.settings.fileHosts],
      origin: this.deps.baseUrl ? new URL(this.host).origin : null,
      maxBytes: this.settings.maxFileBytes,
    });
  }

  private get headers(): Record<string, string> {
    const { accessToken } = this.settings;
    return { authorization: `Bearer ${accessToken}`, accept: 'application/json', 'user-agent': USER_AGENT };
  }

  private json(body: object): RequestInit {
    const headers = { ...this.headers, 'content-type': 'application/json' };
    return { method: 'POST', headers, body: JSON.stringify(body) };
  }

  private async ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await ask(this.deps, this.settings.vendor, `${this.root}${path}`, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  private understood(answer: Answer): Record<string, unknown> {
    const refusal = graphRefusal(this.settings.vendor, answer, this.deps.now());
    if (refusal) throw refusal;
    return fieldsIn(parsedJson(answer.text));
  }
}
