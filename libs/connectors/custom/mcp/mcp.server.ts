import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js';
import { ConnectorError, type ConnectorDeps, type Write } from '../../port';
import type { Values } from '../template';
import type { McpCredentials } from './mcp.credentials';
import { ANSWER_MS, asConnectorError, beginSession, type McpSession, NEVER_LEFT } from './mcp.session';

/** Between two questions a session stays; nobody closes an adapter, so it ends by itself. */
const IDLE_MS = 30_000;
/** News of the list come while a session lives; without one it is asked anew after this. */
const LIST_MS = 60_000;
const MOST_PAGES = 10;

/** One MCP server: its list of tools and calls of them. */
export class McpServerLink {
  readonly name: string;
  private session: Promise<McpSession> | null = null;
  private idle: NodeJS.Timeout | null = null;
  private list: { at: number; tools: Promise<Tool[]> } | null = null;

  constructor(
    private readonly credentials: McpCredentials,
    private readonly deps: ConnectorDeps,
  ) {
    this.name = new URL(credentials.url).host;
  }

  /** What the server calls itself. */
  async title(): Promise<string | null> {
    const { client } = await this.living();
    const { title, name } = client.getServerVersion() ?? {};
    return title ?? name ?? null;
  }

  tools(): Promise<Tool[]> {
    const now = this.deps.now().getTime();
    if (this.list && now - this.list.at < LIST_MS) return this.list.tools;
    const tools = this.askTools();
    const list = { at: now, tools };
    this.list = list;
    tools.catch(() => {
      if (this.list === list) this.list = null;
    });
    return tools;
  }

  async read(tool: string, args: Values): Promise<CallToolResult> {
    return this.withSession((session) => this.call(session, tool, args));
  }

  /** In a session of its own, so that whatever breaks is about this call alone. */
  async change(tool: string, args: Values, write: Write): Promise<CallToolResult> {
    const session = await beginSession(this.credentials, this.deps, this.name, null);
    try {
      await write.beforeCommit();
      return await this.call(session, tool, args).catch((error: unknown) => {
        const known = asConnectorError(this.name, error);
        if (known.code !== 'unavailable' || known.vendorCode === NEVER_LEFT) throw known;
        throw new ConnectorError('uncertain', `${this.name} took the call and never confirmed it.`, { cause: error });
      });
    } finally {
      void session.close().catch(() => undefined);
    }
  }

  private async call({ client, broken }: McpSession, name: string, args: Values): Promise<CallToolResult> {
    const { CallToolResultSchema } = await import('@modelcontextprotocol/sdk/types.js');
    const request = { method: 'tools/call' as const, params: { name, arguments: args } };
    return client.request(request, CallToolResultSchema, { timeout: ANSWER_MS, signal: broken });
  }

  private async askTools(): Promise<Tool[]> {
    const { ListToolsResultSchema } = await import('@modelcontextprotocol/sdk/types.js');
    return this.withSession(async ({ client, broken }) => {
      const all: Tool[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const request = { method: 'tools/list' as const, params: { cursor } };
        const { tools, nextCursor } = await client.request(request, ListToolsResultSchema, {
          timeout: ANSWER_MS,
          signal: broken,
        });
        all.push(...tools);
        if (!nextCursor) break;
        cursor = nextCursor;
      }
      return all;
    });
  }

  /** A server that forgot the session is asked again in a new one: nothing happened in the old. */
  private async withSession<T>(work: (session: McpSession) => Promise<T>): Promise<T> {
    for (let time = 0; ; time += 1) {
      const session = await this.living();
      try {
        return await work(session);
      } catch (error) {
        const known = asConnectorError(this.name, error);
        if (['not_found', 'unavailable'].includes(known.code)) this.drop();
        if (known.code !== 'not_found' || time > 0) throw known;
      }
    }
  }

  private living(): Promise<McpSession> {
    if (this.idle) clearTimeout(this.idle);
    this.idle = setTimeout(() => this.drop(), IDLE_MS).unref();
    if (this.session) return this.session;
    const begun = beginSession(this.credentials, this.deps, this.name, () => (this.list = null));
    begun.catch(() => {
      if (this.session === begun) this.session = null;
    });
    this.session = begun;
    return begun;
  }

  private drop(): void {
    const ending = this.session;
    this.session = null;
    if (this.idle) clearTimeout(this.idle);
    void ending?.then((session) => session.close()).catch(() => undefined);
  }
}
