import { type Ctx, JobHandler } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { deliverJob } from '../desk.jobs';
import { DeliveryService } from './delivery.service';

@Injectable()
export class DeliverJob {
  constructor(private readonly deliveries: DeliveryService) {}

  @JobHandler(deliverJob)
  run(ctx: Ctx, payload: { ticketId: string }, info: { attempt: number; maxAttempts: number }): Promise<void> {
    return this.deliveries.drain(ctx, payload.ticketId, info);
  }
}
