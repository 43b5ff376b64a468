import { commerceEntities } from '@satchel/commerce';
import {
  type Change,
  type ChannelAdapter,
  ConnectionEntity,
  ConnectionService,
  type Connector,
  ConnectorError,
  InboundEnvelopeEntity,
  MailLedgerEntity,
  type ShopOrder,
} from '@satchel/connectors';
import type { ActionRunBody, AiTurnBody, MessageBody } from '@satchel/contracts';
import { customersEntities } from '@satchel/customers';
import { deskEntities, MessageQueries } from '@satchel/desk';
import { identityEntities } from '@satchel/identity';
import { type Ctx, newId } from '@satchel/kernel';
import {
  addConnector,
  makeCustomer,
  makeShopOrder,
  makeTicket,
  makeWorkspace,
  type TestKernel,
  testKernel,
} from '@satchel/testing';
import { AiModule } from '../ai.module';
import { Brains } from '../brains/brains.service';
import { type Script, scriptedBrain } from '../brains/scripted-model.fixture';
import { AiSettings } from '../settings/ai-settings.service';
import { AiTurnQueries } from './turn.queries';
import { TurnService } from './turn.service';

class NoCredentials {}

/** A shop in memory that counts what is done to it. */
export class ToyShop {
  orders: ShopOrder[] = [];
  effects: { what: string; key: string; args: Record<string, unknown> }[] = [];
  /** Before a change happens. */
  onChange: () => Promise<void> = async () => undefined;

  readonly connector: Connector<'commerce'> = {
    id: 'toy-memory-shop',
    kind: 'commerce',
    label: 'Toy shop',
    credentials: NoCredentials,
    connect: () => ({
      check: async () => ({
        can: ['orders', 'refund', 'cancel', 'address', 'confirmation'],
        cannot: [],
        account: null,
      }),
      orders: {
        byNumber: async (number) => this.orders.filter((one) => one.number === `#${number.replace('#', '')}`),
        byEmail: async (email) => this.orders.filter((one) => one.email === email),
        byId: async (id) => this.orders.find((one) => one.externalId === id) ?? null,
      },
      refund: {
        ...this.change('refund', (_order, { amount }, key) => ({
          externalId: key,
          amount: amount as { amount: number; currency: string },
          status: 'succeeded' as const,
          createdAt: '2026-11-20T12:00:00.000Z',
          reference: null,
          reason: null,
        })),
        movesMoney: true,
        preview: async ({ orderId, amount }) => {
          const { total } = this.byId(orderId);
          return { amount: amount ?? total, most: total, to: 'Visa ending 4242' };
        },
      },
      cancel: this.change('cancel', (order) => Object.assign(order, { cancelledAt: new Date('2026-11-20T12:00:00Z') })),
      address: this.change('address', (order, { address }) => Object.assign(order, { shippingAddress: address })),
    }),
  };

  private byId(id: unknown): ShopOrder {
    const order = this.orders.find((one) => one.externalId === id);
    if (!order) throw new ConnectorError('rejected', 'no such order');
    return order;
  }

  private change<A extends object, R>(
    what: string,
    apply: (order: ShopOrder, args: Record<string, unknown>, key: string) => R,
  ): Change<A, R> {
    return {
      perform: async (given, { key, beforeCommit }) => {
        await beforeCommit();
        await this.onChange();
        const args = given as Record<string, unknown>;
        this.effects.push({ what, key, args });
        return apply(this.byId(args.orderId), args, key);
      },
      find: async (given, key) => {
        const args = given as Record<string, unknown>;
        const there = this.effects.some((effect) => effect.key === key);
        return there ? apply(this.byId(args.orderId), args, key) : 'not_done';
      },
    };
  }
}

/** A mail channel that keeps what it is given. */
export class ToyMail {
  sent: { to: string; text: string }[] = [];

  readonly connector: Connector<'channel'> = {
    id: 'toy-mail',
    kind: 'channel',
    label: 'Toy mail',
    credentials: NoCredentials,
    connect: () =>
      ({
        traits: { addressKind: 'email', subject: true, replyWindowHours: null },
        check: async () => undefined,
        read: async () => [],
        send: async ({ to, text }: { to: { address: string }; text: string }) => {
          this.sent.push({ to: to.address, text });
          return { externalId: newId(), status: 'sent' };
        },
      }) as unknown as ChannelAdapter,
  };
}

/** The room with a shop in memory and a model that does what a test says. */
export class ToyRoom {
  ctx!: Ctx;
  customerId!: string;
  script: Script = () => ({ text: 'Hello.' });
  private constructor(
    readonly kernel: TestKernel,
    readonly shop: ToyShop,
    readonly mail: ToyMail,
    private readonly added: { remove(): void }[],
  ) {}

  static async start(): Promise<ToyRoom> {
    const shop = new ToyShop();
    const mail = new ToyMail();
    const added = [addConnector(shop.connector), addConnector(mail.connector)];
    const kernel = await testKernel({
      imports: [AiModule],
      entities: [
        ...identityEntities,
        ...customersEntities,
        ConnectionEntity,
        InboundEnvelopeEntity,
        MailLedgerEntity,
        ...deskEntities,
        ...commerceEntities,
      ],
      runJobs: false,
    });
    const room = new ToyRoom(kernel, shop, mail, added);
    const brain = scriptedBrain({
      get script() {
        return room.script;
      },
    });
    Object.assign(room.get(Brains), { all: async () => [brain] });
    return room;
  }

  /** A workspace as new, with Anna, whose order is #1003; #1002 is Marco's. */
  async fresh(): Promise<void> {
    this.kernel.clock.set('2026-11-20T12:00:00Z');
    this.ctx = (await makeWorkspace(this.kernel.db)).ctx;
    Object.assign(this.shop, {
      effects: [],
      onChange: async () => undefined,
      orders: [makeShopOrder('#1003', 'anna@example.com'), makeShopOrder('#1002', 'marco@example.com')],
    });
    await this.get(ConnectionService).create(this.ctx, {
      connectorId: 'toy-memory-shop',
      label: 'Toy shop',
      credentials: {},
    });
    const trusted = { mode: 'auto', channels: {}, trusted: true } as const;
    await this.get(AiSettings).update(this.ctx, {
      mode: 'auto',
      topics: {
        cancellations: trusted,
        order_changes: trusted,
        returns: trusted,
        refunds: trusted,
        subscriptions: trusted,
      },
    });
    this.mail.sent = [];
    await this.get(ConnectionService).create(this.ctx, { connectorId: 'toy-mail', label: 'Mail', credentials: {} });
    this.customerId = (await makeCustomer(this.ctx, { email: 'anna@example.com' })).id;
    await this.ctx.query('update customer_address set verified_at = now() where customer_id = $1', [this.customerId]);
  }

  async stop(): Promise<void> {
    await this.kernel.close();
    this.added.forEach((one) => one.remove());
  }

  get<T>(service: new (...given: never[]) => T): T {
    return this.kernel.moduleRef.get<T>(service, { strict: false });
  }

  /** A new ticket of Anna with her first words. */
  async writes(text: string, how: { from?: string; sender?: string } = {}): Promise<string> {
    const { id } = await makeTicket(this.ctx, { customerId: this.customerId, subject: '', status: 'open' });
    await this.ctx.query(`update ticket set customer_address = 'anna@example.com' where id = $1`, [id]);
    await this.says(id, text, how);
    return id;
  }

  /** A visitor of the shop's chat, of whom nothing is known. */
  async visits(visitor: string, text: string): Promise<string> {
    const { id: customerId } = await makeCustomer(this.ctx, { email: `${newId()}@example.com` });
    const { id } = await makeTicket(this.ctx, { customerId, subject: '', status: 'open' });
    await this.ctx.query('update ticket set customer_address = $2 where id = $1', [id, visitor]);
    await this.says(id, text, { from: visitor });
    return id;
  }

  async says(ticketId: string, text: string, { from = 'anna@example.com', sender = 'proven' } = {}): Promise<string> {
    const id = newId();
    this.kernel.clock.advance(60_000);
    await this.ctx.query(
      `insert into message (id, workspace_id, ticket_id, direction, kind, author_kind, author_name, text, meta, created_at)
       values ($1, $2, $3, 'inbound', 'reply', 'customer', 'Anna', $4, $5, $6)`,
      [id, this.ctx.workspaceId, ticketId, text, { from, sender }, this.kernel.clock.now()],
    );
    await this.ctx.query('update ticket set last_message_id = $2 where id = $1', [ticketId, id]);
    return id;
  }

  async turn(ticketId: string): Promise<AiTurnBody | undefined> {
    await this.get(TurnService).take(this.ctx, ticketId);
    this.kernel.clock.advance(1_000);
    return this.newest(ticketId);
  }

  async newest(ticketId: string): Promise<AiTurnBody | undefined> {
    return (await this.get(AiTurnQueries).ofTicket(this.ctx, ticketId))[0];
  }

  async sent(ticketId: string): Promise<MessageBody[]> {
    const { data } = await this.get(MessageQueries).thread(this.ctx, ticketId, { limit: 50 });
    return data.filter(({ direction }) => direction === 'outbound');
  }

  async runs(): Promise<Pick<ActionRunBody, 'state' | 'action' | 'error'>[]> {
    const sql = 'select name as action, state, error from action_run where workspace_id = $1 order by created_at, id';
    return this.ctx.query(sql, [this.ctx.workspaceId]);
  }
}
