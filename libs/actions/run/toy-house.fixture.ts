import { commerceEntities } from '@satchel/commerce';
import {
  ConnectionEntity,
  ConnectionService,
  type Connector,
  ConnectorsModule,
  InboundEnvelopeEntity,
  MailLedgerEntity,
} from '@satchel/connectors';
import type { ActionRunBody, EventMap } from '@satchel/contracts';
import { customersEntities } from '@satchel/customers';
import { deskEntities } from '@satchel/desk';
import { identityEntities } from '@satchel/identity';
import type { Actor, Ctx } from '@satchel/kernel';
import {
  addConnector,
  makeCustomer,
  makePerson,
  makeTicket,
  makeWorkspace,
  type TestKernel,
  testKernel,
} from '@satchel/testing';
import { ActionsModule } from '../actions.module';
import { Pause } from './pause';
import { Recovery } from './recovery.service';
import { ActionRuns, type RunResult } from './run.service';
import { toyOrder, toyPay, toyPoints, toyShop, toyWorld } from './toy-connectors.fixture';
import { ToyVendor } from './toy-vendor.fixture';

export const toyEntities = [
  ...identityEntities,
  ...customersEntities,
  ConnectionEntity,
  InboundEnvelopeEntity,
  MailLedgerEntity,
  ...deskEntities,
  ...commerceEntities,
];

const AI: Partial<Actor> = { kind: 'ai', id: null, name: 'AI', role: null };

export function done(result: RunResult): ActionRunBody {
  if (!result.ok) throw new Error(`nothing was recorded: ${result.message}`);
  return result.run;
}

/** A house with the toy vendor behind it: a shop, points and a payment service. */
export class ToyHouse {
  ctx!: Ctx;
  ticketId!: string;
  private readonly added = [toyShop, toyPoints, toyPay].map(addConnector);

  private constructor(
    readonly kernel: TestKernel,
    readonly vendor: ToyVendor,
  ) {}

  static async start(): Promise<ToyHouse> {
    const vendor = await ToyVendor.start();
    const kernel = await testKernel({
      imports: [ConnectorsModule, ActionsModule],
      entities: toyEntities,
      runJobs: false,
    });
    // Waiting is not what is tested here.
    kernel.moduleRef.get(Pause, { strict: false }).for = async () => undefined;
    return new ToyHouse(kernel, vendor);
  }

  /** A workspace as new, with a ticket of Anna, whose order is #1003. */
  async fresh(toys: readonly Connector[] = [toyShop, toyPoints]): Promise<void> {
    this.vendor.reset();
    Object.assign(toyWorld, { order: toyOrder(), more: [], movesMoney: true, canTell: true, member: 'm-1' });
    this.kernel.clock.set('2026-01-09T10:00:00Z');
    this.ctx = (await makeWorkspace(this.kernel.db)).ctx;
    for (const { id, label } of toys) {
      await this.get(ConnectionService).create(this.ctx, {
        connectorId: id,
        label,
        baseUrl: this.vendor.url,
        credentials: {},
      });
    }
    const customer = await makeCustomer(this.ctx, { email: 'anna@example.com' });
    this.ticketId = (await makeTicket(this.ctx, { customerId: customer.id })).id;
  }

  async stop(): Promise<void> {
    await this.kernel.close();
    await this.vendor.stop();
    this.added.forEach((one) => one.remove());
  }

  get<T>(service: new (...given: never[]) => T): T {
    return this.kernel.moduleRef.get<T>(service, { strict: false });
  }

  get ai(): Ctx {
    return this.kernel.db.ctx(this.ctx.workspaceId, { ...this.ctx.actor, ...AI });
  }

  async person(role = 'agent', name = 'Lee'): Promise<Ctx> {
    return this.kernel.db.ctx(
      this.ctx.workspaceId,
      await makePerson(this.kernel.db, this.ctx.workspaceId, { role, name }),
    );
  }

  ask(by: Ctx, name: string, args: Record<string, unknown>, clientId?: string): Promise<RunResult> {
    return this.get(ActionRuns).run(by, name, { arguments: args, ticketId: this.ticketId, clientId, assurance: 3 });
  }

  async refund(args: object = { amount: 2490 }, by = this.ctx, clientId?: string): Promise<ActionRunBody> {
    return done(await this.ask(by, 'refund', { order: '#1003', ...args }, clientId));
  }

  async grant(points = 50): Promise<ActionRunBody> {
    return done(await this.ask(this.ctx, 'grant_points', { points, reason: 'For the wait' }));
  }

  /** The job that looks after a run, run now. */
  async look(id: string): Promise<ActionRunBody> {
    await this.get(Recovery).watch(this.ctx, { runId: id });
    return this.get(ActionRuns).get(this.ctx, id);
  }

  async events(): Promise<(keyof EventMap)[]> {
    const sql = `select type from event where workspace_id = $1 and type like 'action.%' order by seq`;
    const rows = await this.ctx.query<{ type: keyof EventMap }>(sql, [this.ctx.workspaceId]);
    return rows.map(({ type }) => type);
  }

  async notes(): Promise<string[]> {
    const sql = `select text from message where ticket_id = $1 and kind = 'note'`;
    return (await this.ctx.query<{ text: string }>(sql, [this.ticketId])).map(({ text }) => text);
  }
}
