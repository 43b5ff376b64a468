import {
  ConnectorError,
  type Connector,
  type ConnectorDeps,
  type CustomAdapter,
  type OfferedOperation,
} from '../../port';
import { Arguments } from '../arguments';
import { lookFor } from '../look-for';
import { outsideWords } from '../outside-words';
import type { Values } from '../template';
import { fieldsOfAnswer, rawOf } from './mcp.answer';
import { McpCredentials } from './mcp.credentials';
import { McpServerLink } from './mcp.server';
import { offeredTools } from './mcp.tools';
import { tickedTools } from './ticked-tools';

export const customMcp: Connector<'custom', McpCredentials> = {
  id: 'custom_mcp',
  kind: 'custom',
  label: 'Your own system (MCP)',
  steps: [
    'Make a key for Satchel at the server, with no more rights than it needs.',
    'Save the connection, then tick the tools that may be used: at first only those that read are.',
  ],
  credentials: McpCredentials,
  connect(credentials: McpCredentials, deps: ConnectorDeps): CustomAdapter {
    const { tools: ticked } = tickedTools(credentials.tools);
    const server = new McpServerLink(credentials, deps);
    const checks = new Arguments();
    const offered = async () => offeredTools(await server.tools(), ticked);

    /** The tool, with arguments that fit it. */
    async function asked(name: string, effect: 'read' | 'write', args: Values): Promise<OfferedOperation> {
      const tool = (await offered()).find(({ operation }) => operation.name === name);
      if (!tool) throw new ConnectorError('rejected', `${server.name} has no tool "${name}".`);
      if (!tool.allowed) throw new ConnectorError('rejected', `Nobody ticked the tool "${name}".`);
      if (tool.operation.effect !== effect)
        throw new ConnectorError(
          'rejected',
          `The tool "${name}" ${effect === 'read' ? 'changes something' : 'only reads'}.`,
        );
      checks.check(name, tool.operation.arguments, args);
      return tool;
    }
    async function ask(name: string, args: Values): Promise<unknown> {
      await asked(name, 'read', args);
      return rawOf(name, await server.read(name, args));
    }

    return {
      async check() {
        const all = await offered();
        const left = all.filter(({ allowed }) => !allowed);
        return {
          can: all.filter(({ allowed }) => allowed).map(({ operation }) => operation.name),
          cannot: left.map(({ operation }) => ({ capability: operation.name, reason: 'Nobody ticked this tool.' })),
          account: outsideWords(await server.title(), 120) || server.name,
        };
      },
      operations: async () => (await offered()).filter(({ allowed }) => allowed).map(({ operation }) => operation),
      offered,
      read: async (name, args) => fieldsOfAnswer(await ask(name, args)),
      write: {
        async perform({ name, args }, write) {
          const { definition } = await asked(name, 'write', args);
          const key = definition && 'keyArgument' in definition ? definition.keyArgument : null;
          const all = key ? { ...args, [key]: write.key } : args;
          return fieldsOfAnswer(rawOf(name, await server.change(name, all, write)));
        },
        async find({ name, args }, key) {
          const { definition } = await asked(name, 'write', args);
          return definition?.find ? lookFor(definition.find, args, key, ask, fieldsOfAnswer) : 'unknown';
        },
      },
    };
  },
};
