import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { FastifyInstance } from 'fastify';
import type { House, SandboxVendor } from '../control/sandbox-vendor';
import { type Credits, TOKEN } from './credits';
import { type Call, toolServer } from './mcp-tools';

interface Session {
  server: McpServer;
  transport: StreamableHTTPServerTransport;
}

const PATH = '/mcp-tools/mcp';

class Sessions {
  readonly open = new Map<string, Session>();
  private readonly calls = new AsyncLocalStorage<Call>();

  constructor(
    private readonly house: House,
    private readonly credits: Credits,
  ) {}

  async handle(call: Call): Promise<void> {
    const { request, reply } = call;
    const id = request.headers['mcp-session-id'];
    const session = typeof id === 'string' ? this.open.get(id) : await this.begin();
    if (!session) return void (await reply.code(404).send({ error: 'unknown session' }));
    reply.hijack();
    await this.calls.run(call, () => session.transport.handleRequest(request.raw, reply.raw, request.body));
  }

  async begin(): Promise<Session> {
    // Loaded when somebody comes: the sandbox starts without it.
    const { StreamableHTTPServerTransport } = await import('@modelcontextprotocol/sdk/server/streamableHttp.js');
    const server = await toolServer(this.house, this.credits, () => this.calls.getStore());
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void this.open.set(id, { server, transport }),
      onsessionclosed: (id) => void this.open.delete(id),
    });
    await server.connect(transport);
    return { server, transport };
  }

  /** Gives every living session one tool more, which tells its client that the list has changed. */
  addTool(name: string): void {
    for (const { server } of this.open.values())
      server.registerTool(name, { description: 'New since you asked.', annotations: { readOnlyHint: true } }, () => ({
        content: [{ type: 'text', text: 'ok' }],
      }));
  }

  /** As after a restart: clients have to begin anew. */
  async forget(): Promise<void> {
    const all = [...this.open.values()];
    this.open.clear();
    await Promise.all(all.map(({ transport }) => transport.close()));
  }
}

/** The same club, spoken to by MCP over Streamable HTTP. What goes wrong with its tools alone is `mcp_tools`. */
export function mcpTools(credits: Credits): SandboxVendor[] {
  let sessions: Sessions | null = null;
  const wire: SandboxVendor = {
    id: 'mcp',
    prefix: '/mcp-tools',
    routes(app: FastifyInstance, house: House) {
      const kept = (sessions = new Sessions(house, credits));
      app.route({
        method: ['GET', 'POST', 'DELETE'],
        url: PATH,
        handler: async (request, reply) => {
          if (request.headers.authorization !== `Bearer ${TOKEN}`)
            return reply.code(401).send({ error: 'invalid_token' });
          await kept.handle({ request, reply });
          return reply;
        },
      });
      app.post('/__control/mcp/tools', async (request) => {
        const { name } = (request.body ?? {}) as { name?: string };
        kept.addTool(name ?? 'new_tool');
        return { sessions: kept.open.size };
      });
      app.post('/__control/mcp/forget', async () => {
        await kept.forget();
        return { ok: true };
      });
    },
    throttled: (reply) => reply.code(429).header('retry-after', '2').send({ error: 'slow_down' }),
    reset: () => void sessions?.forget(),
  };
  const tools: SandboxVendor = { id: 'mcp_tools', prefix: '/mcp-tools-themselves', routes: () => undefined };
  return [wire, tools];
}
