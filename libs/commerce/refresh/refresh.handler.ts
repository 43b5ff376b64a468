import { Injectable } from '@nestjs/common';
import { ConnectionService, type Hint, refreshJob } from '@satchel/connectors';
import type { MirrorResource } from '@satchel/contracts';
import { AppError, type Ctx, JobHandler } from '@satchel/kernel';
import { Answers } from '../context/answers';
import { Mirror } from '../mirror/mirror.service';

/** Which kept record a hint of a shop is about. What happens to a parcel or a return shows on its order. */
const KEPT: Partial<Record<Hint['resource'], MirrorResource>> = {
  order: 'orders',
  shipment: 'orders',
  return: 'orders',
  refund: 'orders',
  customer: 'customers',
  product: 'products',
};

/** Asks again what a vendor says has changed; what it said itself is never believed. */
@Injectable()
export class RefreshHandler {
  constructor(
    private readonly connections: ConnectionService,
    private readonly mirror: Mirror,
    private readonly answers: Answers,
  ) {}

  @JobHandler(refreshJob)
  async refresh(ctx: Ctx, { connectionId, resource, externalId }: Hint & { connectionId: string }): Promise<void> {
    this.answers.forget(connectionId);
    const kept = KEPT[resource];
    if (!kept) return;
    const adapter = await this.connections.adapter(ctx, connectionId, 'commerce').catch((error: unknown) => {
      // Gone, switched off, or no shop: nothing of it is kept.
      if (error instanceof AppError) return null;
      throw error;
    });
    if (!adapter) return;
    const own = resource === 'order' || resource === 'customer' || resource === 'product';
    await this.mirror.refresh(ctx, adapter, connectionId, kept, externalId, { goneIsDeleted: own });
    this.answers.forget(connectionId);
  }
}
