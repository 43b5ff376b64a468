import { intakeJob } from '@satchel/connectors';
import { type Ctx, JobHandler } from '@satchel/kernel';
import { Injectable } from '@nestjs/common';
import { IntakeService } from './intake.service';

@Injectable()
export class IntakeJob {
  constructor(private readonly intake: IntakeService) {}

  @JobHandler(intakeJob)
  run(ctx: Ctx, payload: { envelopeId: string }): Promise<void> {
    return this.intake.route(ctx, payload.envelopeId);
  }
}
