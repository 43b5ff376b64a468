import { ActionDecisions, ActionRuns, ActionsModule } from '@satchel/actions';
import { AiModule } from '@satchel/ai';
import { CommerceModule } from '@satchel/commerce';
import { ConnectionService, ConnectorsModule } from '@satchel/connectors';
import { CustomersModule } from '@satchel/customers';
import { DeskModule } from '@satchel/desk';
import { IdentityModule, WorkspaceService } from '@satchel/identity';
import type { PolicyDraft } from '@satchel/contracts';
import { type Ctx, newId } from '@satchel/kernel';
import { complete, DEFAULT_POLICY, PolicyService } from '@satchel/policies';
import { addConnector, makeWorkspace, testKernel, type TestKernel } from '@satchel/testing';
import { joinCluster } from '../../../../libs/testing/cluster';
import { TestConversation } from '../../../../libs/testing/conversation';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox';
import { ENTITIES } from '../entities';
import type { Agent, Talk } from './conversation';
import { RetailWorlds } from './oracle';
import { RETAIL_KEY, retailConnector } from './shop/retail.connector';

const WIDGET = { allowedOrigins: 'https://shop.example' };
const SUPPORT = 'support@fernhill.example';
const CODE = /\b\d{6}\b/;

const trusted = { mode: 'auto', channels: {}, trusted: true } as const;
/** What is measured is what it does by itself. */
const TRUSTED = { cancellations: trusted, order_changes: trusted, returns: trusted, refunds: trusted };

/** Customers with four wishes are answered more often than a shop's default lets a program answer. */
const PATIENT = 40;
/** This shop's own rules know no sums: its orders are worth more than the AI settles by default. */
const rules = (): PolicyDraft => {
  const none = { amount: null, count: null };
  const { caps, tiers } = DEFAULT_POLICY;
  const free = { ai: none, all: none };
  return complete({
    ...DEFAULT_POLICY,
    caps: { ...caps, order: { ai: null, all: null }, customer30Days: free, shopHour: free, shopDay: free },
    tiers: { ...tiers, ceiling: null },
    claims: { from: null, percentOfOrders: 0 },
  });
};

/** The product with the AI on its own, the retail shop behind it, and customers who write in the shop's chat. */
export class RetailHouse implements Agent {
  private readonly added = addConnector(retailConnector);

  private constructor(
    private readonly kernel: TestKernel,
    private readonly sandbox: Sandbox,
    private readonly stopCluster: () => Promise<void>,
    readonly worlds: RetailWorlds,
  ) {}

  static async start(): Promise<RetailHouse> {
    const stopCluster = await joinCluster();
    const sandbox = await startSandbox({ port: 0, smtpPort: 0, imapPort: 0, orders: 40 });
    const kernel = await testKernel({
      imports: [ConnectorsModule, IdentityModule, CustomersModule, DeskModule, CommerceModule, ActionsModule, AiModule],
      entities: ENTITIES,
      runJobs: false,
      config: { databasePool: 10 },
    });
    kernel.clock.set('2026-11-20T12:00:00Z');
    return new RetailHouse(kernel, sandbox, stopCluster, new RetailWorlds(sandbox.url, RETAIL_KEY));
  }

  /** A workspace of its own for each conversation: nothing of one customer's shop is seen by the next. */
  async meet(world: string): Promise<Talk> {
    const { ctx } = await makeWorkspace(this.kernel.db, { name: 'Retail', role: 'owner' });
    await this.get(WorkspaceService).updateSettings(ctx, {
      ai: { mode: 'auto', topics: TRUSTED, maxReplies: PATIENT },
    });
    await this.get(PolicyService).change(ctx, rules());
    const connections = this.get(ConnectionService);
    await connections.create(ctx, {
      connectorId: 'retail',
      label: 'Retail',
      baseUrl: this.worlds.url(world),
      credentials: { apiKey: RETAIL_KEY },
    });
    const support = `support-${newId()}@retail.example`;
    await connections.create(ctx, {
      connectorId: 'email',
      label: 'Mail',
      address: support,
      credentials: {
        smtpHost: '127.0.0.1',
        smtpPort: this.sandbox.smtpPort,
        smtpSecure: false,
        smtpUser: SUPPORT,
        smtpPass: 'sandbox',
      },
    });
    const chat = await connections.create(ctx, { connectorId: 'chat', label: 'Chat', credentials: WIDGET });
    const talk = new TestConversation(this.kernel, ctx.workspaceId, chat.id);
    return {
      say: async (text) => {
        const replies = await talk.say(text);
        const { handedOver, why, draft } = await talk.state();
        const approved = await this.approve(ctx, talk.ticketId);
        return { reply: replies.join('\n\n') || null, handedOver, why, draft, approved };
      },
      code: async (email) => {
        const answer = await fetch(`${this.sandbox.url}/mail/${encodeURIComponent(email)}`);
        const mails = (await answer.json()) as { from: { address: string }; text: string; subject: string }[];
        const mail = mails.findLast(({ from }) => from.address === support);
        return CODE.exec(`${mail?.subject} ${mail?.text}`)?.[0] ?? null;
      },
      end: async () => undefined,
    };
  }

  /**
   * The shop's lead lets be done what no AI may do alone, whatever the rules say (above 5,000 at once). Whether it was what
   * the customer wanted, the shop shows afterwards; how often it was needed is counted.
   */
  private async approve(ctx: Ctx, ticketId: string | null): Promise<string[]> {
    const waiting = ticketId ? await this.get(ActionRuns).waitingOf(ctx, ticketId) : [];
    const approved = waiting.filter(({ state }) => state === 'awaiting_approval');
    for (const { id } of approved) await this.get(ActionDecisions).approve(ctx, id);
    return approved.map(({ summary }) => summary);
  }

  async stop(): Promise<void> {
    this.added.remove();
    await this.kernel.close();
    await this.sandbox.stop();
    await this.stopCluster();
  }

  private get<T>(service: new (...given: never[]) => T): T {
    return this.kernel.moduleRef.get<T>(service, { strict: false });
  }
}
