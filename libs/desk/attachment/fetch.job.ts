import { type Ctx, JobHandler } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { fetchAttachmentJob } from '../desk.jobs';
import { FetchService } from './fetch.service';

@Injectable()
export class FetchJob {
  constructor(private readonly fetches: FetchService) {}

  @JobHandler(fetchAttachmentJob)
  run(ctx: Ctx, payload: { attachmentId: string }, info: { attempt: number; maxAttempts: number }): Promise<void> {
    return this.fetches.fetch(ctx, payload.attachmentId, info.attempt >= info.maxAttempts);
  }
}
