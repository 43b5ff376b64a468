import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { House } from '../control/sandbox-vendor';
import { type Credits, creditView, memberByEmail, memberView, MOST_CREDIT } from './credits';

/** The call that a tool answers at the moment. */
export interface Call {
  request: FastifyRequest;
  reply: FastifyReply;
}

const answer = (structuredContent: Record<string, unknown>) => ({
  content: [{ type: 'text' as const, text: JSON.stringify(structuredContent) }],
  structuredContent,
});
const refusal = (text: string) => ({ isError: true, content: [{ type: 'text' as const, text }] });

/** The club's tools. `call`: whose socket dies when an answer gets lost. */
export async function toolServer(
  { world, faults }: House,
  credits: Credits,
  call: () => Call | undefined,
): Promise<McpServer> {
  const { McpServer } = await import('@modelcontextprotocol/sdk/server/mcp.js');
  const server = new McpServer({ name: 'Fernhill Club', version: '2.3.0' });
  const member = z.object({
    ...{ id: z.string(), name: z.string(), email: z.string(), tier: z.string() },
    ...{ points: z.number(), memberSince: z.string() },
  });

  server.registerTool(
    'find_member',
    {
      title: 'Find a member',
      description: 'Finds a member of the club by mail address. Ask it before anything about membership.',
      inputSchema: { email: z.string().describe('The mail address of the member') },
      outputSchema: { found: z.boolean(), member: member.optional() },
      annotations: { readOnlyHint: true },
    },
    ({ email }) => {
      const found = memberByEmail(world, email);
      return answer(found ? { found: true, member: memberView(found) } : { found: false });
    },
  );

  server.registerTool(
    'store_credit_balance',
    {
      title: 'Store credit of a member',
      description: 'Tells how much store credit a member has, and where it came from.',
      inputSchema: { email: z.string() },
      annotations: { readOnlyHint: true },
    },
    ({ email }) => {
      const found = memberByEmail(world, email);
      if (!found) return refusal(`Nobody of the address ${email} is a member.`);
      const list = credits.of(found).map(creditView);
      return answer({ balance: credits.balance(found), currency: 'EUR', credits: list });
    },
  );

  server.registerTool(
    'add_store_credit',
    {
      title: 'Add store credit',
      description: 'Gives a member store credit, in cents. It can be spent at once.',
      inputSchema: {
        email: z.string(),
        amount: z.number().int().min(1).describe('In cents'),
        reason: z.string().max(200).optional(),
        reference: z.string().optional().describe('Your own name for it'),
      },
      annotations: { readOnlyHint: false, destructiveHint: false },
    },
    ({ email, amount, reason = '', reference = null }) => {
      const found = memberByEmail(world, email);
      if (!found) return refusal(`Nobody of the address ${email} is a member.`);
      if (amount > MOST_CREDIT) return refusal('A credit of more than 500.00 is not granted.');
      const given = { amount, reason, reference };
      const granted = credits.grant(world, found, given, !faults.takeNoEffect('mcp_tools'));
      const after = faults.take('mcp_tools', ['lose_answer', '500_after'])?.mode;
      const socket = call()?.reply.raw;
      if (after === 'lose_answer') socket?.destroy();
      if (after === '500_after' && socket && !socket.headersSent) socket.writeHead(500).end('{"error":"internal"}');
      return answer(creditView(granted));
    },
  );

  return server;
}
