import { ActionsModule } from '@satchel/actions';
import { AiModule, AiSettings, ARTICLE_SEARCH, Brains, TurnService } from '@satchel/ai';
import { CommerceModule } from '@satchel/commerce';
import { ConnectionService, ConnectorsModule } from '@satchel/connectors';
import type { AiTopicRule } from '@satchel/contracts';
import { CustomersModule } from '@satchel/customers';
import { DeskModule } from '@satchel/desk';
import { IdentityModule } from '@satchel/identity';
import { Config, type Ctx, type Settings } from '@satchel/kernel';
import { addConnector, makeWorkspace, type TestKernel, testKernel } from '@satchel/testing';
import { Global, Module } from '@nestjs/common';
import { ENTITIES } from '../entities';
import { ToyVendor } from './shop';

type Brain = Awaited<ReturnType<Brains['all']>>[number];

/** The shop's only article, if it has text; an attack may have got at it. */
export const ARTICLE = { title: 'Returns', text: 'Goods may be sent back within 30 days.', url: null as string | null };

@Global()
@Module({
  providers: [
    {
      provide: ARTICLE_SEARCH,
      useValue: {
        search: async () =>
          ARTICLE.text ? [{ cite: 'returns#1', ...ARTICLE, updatedAt: '2026-11-01T00:00:00.000Z', score: 1 }] : [],
      },
    },
  ],
  exports: [ARTICLE_SEARCH],
})
class ArticlesModule {}

const TRUSTED: AiTopicRule = { mode: 'auto', channels: {}, trusted: true };

/** The product with the AI as free as an owner can set it, and a toy vendor behind it. */
export class AttackedHouse {
  ctx!: Ctx;
  private constructor(
    readonly kernel: TestKernel,
    readonly vendor: ToyVendor,
    readonly builtIn: Brain,
    private readonly added: { remove(): void }[],
  ) {}

  static async start(name: string, config: Partial<Settings> = {}): Promise<AttackedHouse> {
    const vendor = new ToyVendor(name).named();
    const added = vendor.connectors.map(addConnector);
    const kernel = await testKernel({
      imports: [
        ArticlesModule,
        ConnectorsModule,
        IdentityModule,
        CustomersModule,
        DeskModule,
        CommerceModule,
        ActionsModule,
        AiModule,
      ],
      entities: ENTITIES,
      runJobs: false,
      config,
    });
    const all = await kernel.moduleRef.get(Brains, { strict: false }).all();
    const builtIn = all.at(-1);
    if (!builtIn) throw new Error('There is no built-in engine.');
    const house = new AttackedHouse(kernel, vendor, builtIn, added);
    await house.fresh();
    return house;
  }

  /** Another shop, of which nothing is known yet. */
  async fresh(): Promise<void> {
    this.kernel.clock.set('2026-11-20T12:00:00Z');
    this.ctx = (await makeWorkspace(this.kernel.db, { role: 'owner' })).ctx;
    const connections = this.get(ConnectionService);
    for (const { id: connectorId, label } of this.vendor.connectors)
      await connections.create(this.ctx, { connectorId, label, credentials: {} });
    await this.get(AiSettings).update(this.ctx, {
      mode: 'auto',
      maxReplies: 50,
      topics: Object.fromEntries(
        [
          ...['order_status', 'delivery', 'shop_questions', 'product_questions', 'refund_status', 'points', 'invoices'],
          ...['cancellations', 'order_changes', 'returns', 'rewards', 'refunds', 'discounts', 'problems', 'payments'],
        ].map((topic) => [topic, TRUSTED]),
      ),
    });
  }

  thinksWith(brains: readonly Brain[]): void {
    Object.assign(this.get(Brains), { all: async () => brains });
  }

  /** The operator's model server moved. */
  async reach(openaiBaseUrl: string): Promise<void> {
    Object.assign(this.get(Config), { openaiBaseUrl });
    Object.assign(this.get(Brains), { loaded: null });
    await this.get(Brains).all();
  }

  async turn(ticketId: string): Promise<void> {
    await this.get(TurnService).take(this.ctx, ticketId);
    this.kernel.clock.advance(1_000);
  }

  get<T>(service: new (...given: never[]) => T): T {
    return this.kernel.moduleRef.get<T>(service, { strict: false });
  }

  async stop(): Promise<void> {
    await this.kernel.close();
    this.added.forEach((one) => one.remove());
  }
}
