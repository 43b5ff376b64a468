import { Injectable } from '@nestjs/common';
import { ConnectionService, LookupHealth, type CarrierAdapter, type TrackingReport } from '@satchel/connectors';
import type { ConnectionBody, OrderBody, ShipmentBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { Clock, Log } from '@satchel/kernel';
import { carrierUnavailable } from '../commerce.errors';
import { TookTooLong, within } from '../within';
import { markOf, merge } from './merge';
import { isOver } from './polling';
import { TrackingCache } from './tracking-cache';

const CARRIER_LIMIT_MS = 5_000;

/** Who waits how long for the carriers, and wants to hear how each of them answered. */
export interface CarrierWait {
  limitMs: number;
  answered(connection: ConnectionBody, state: 'live' | 'late' | 'failed', readAt: Date | null, error: unknown): void;
}

interface Carrier {
  connection: ConnectionBody;
  adapter: CarrierAdapter;
}

/** Asks the carriers where parcels are. */
@Injectable()
export class Carriers {
  private readonly cache = new TrackingCache();

  constructor(
    private readonly connections: ConnectionService,
    private readonly health: LookupHealth,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Orders with what the carriers know of their parcels; the shop's own facts where none answers or knows more. */
  async enrich(ctx: Ctx, orders: OrderBody[], wait?: CarrierWait): Promise<OrderBody[]> {
    if (!orders.some((order) => order.shipments.some(isWorthAsking))) return orders;
    const carriers = await this.connections.byKind(ctx, 'carrier');
    if (carriers.length === 0) return orders;
    return Promise.all(
      orders.map(async (order) => ({
        ...order,
        shipments: await Promise.all(order.shipments.map((one) => this.enrichOne(ctx, carriers, one, wait))),
      })),
    );
  }

  /** Null when no carrier knows the number. Throws when none that may know it answers. */
  async track(ctx: Ctx, trackingNumber: string, named: string | null): Promise<TrackingReport | null> {
    const likely = ranked(await this.connections.byKind(ctx, 'carrier'), trackingNumber, named);
    let failure: unknown;
    let answered = false;
    for (const carrier of likely) {
      try {
        const report = await this.ask(ctx, carrier, trackingNumber, null);
        if (report) return report;
        answered = true;
      } catch (error) {
        failure = error;
        this.tell(carrier, error);
      }
    }
    if (failure !== undefined && !answered) throw carrierUnavailable(failure);
    return null;
  }

  private async enrichOne(
    ctx: Ctx,
    carriers: Carrier[],
    shipment: ShipmentBody,
    wait?: CarrierWait,
  ): Promise<ShipmentBody> {
    if (!isWorthAsking(shipment)) return shipment;
    const [carrier] = ranked(carriers, shipment.trackingNumber, shipment.carrier);
    if (!carrier) return shipment;
    const key = keyOf(ctx, carrier, shipment.trackingNumber);
    try {
      const asked = this.ask(ctx, carrier, shipment.trackingNumber, markOf(shipment));
      const report = await (wait ? within(wait.limitMs, asked) : asked);
      wait?.answered(carrier.connection, 'live', this.cache.readAt(key), null);
      return report ? merge(shipment, report) : shipment;
    } catch (error) {
      const state = error instanceof TookTooLong ? 'late' : 'failed';
      wait?.answered(carrier.connection, state, this.cache.readAt(key), error);
      this.tell(carrier, error);
      return shipment;
    }
  }

  private ask(ctx: Ctx, carrier: Carrier, number: string, shopMark: string | null): Promise<TrackingReport | null> {
    const key = keyOf(ctx, carrier, number);
    const ask = () => this.trackAt(ctx, carrier, number);
    return this.cache.get(key, shopMark, () => this.clock.now(), ask);
  }

  private async trackAt(ctx: Ctx, { adapter, connection }: Carrier, number: string): Promise<TrackingReport | null> {
    try {
      const report = await within(CARRIER_LIMIT_MS, adapter.track(number));
      await this.health.worked(ctx, connection.id);
      return report;
    } catch (error) {
      await this.health.failed(ctx, connection.id, error);
      throw error;
    }
  }

  private tell({ connection }: Carrier, error: unknown): void {
    this.log.warn({ connectionId: connection.id, err: error }, 'a carrier did not answer');
  }
}

function isWorthAsking(shipment: ShipmentBody): shipment is ShipmentBody & { trackingNumber: string } {
  return shipment.trackingNumber !== null && shipment.trackingNumber !== '' && !isOver(shipment.status);
}

/** The carriers that may know a number, likeliest first: the one that is named, then the one surest of its shape. */
function ranked(carriers: Carrier[], trackingNumber: string, named: string | null): Carrier[] {
  const isNamed = ({ connection }: Carrier): boolean => (named ?? '').toLowerCase().includes(connection.connectorId);
  return carriers
    .map((carrier) => ({ carrier, sure: carrier.adapter.recognise(trackingNumber) }))
    .filter(({ sure }) => sure > 0)
    .sort((one, other) => Number(isNamed(other.carrier)) - Number(isNamed(one.carrier)) || other.sure - one.sure)
    .map(({ carrier }) => carrier);
}

const keyOf = (ctx: Ctx, { connection }: Carrier, number: string): string =>
  [ctx.workspaceId, connection.id, plain(number)].join('/');

function plain(number: string): string {
  return number.replace(/[\s-]/g, '').toUpperCase();
}
