import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, Jobs, ReqCtx, RequireRole } from '@satchel/kernel';
import type { Ctx, DeadJob } from '@satchel/kernel';
import { DeadJobDto, DeadJobPageDto } from './dead-job.dto';

@ApiTags('Jobs')
@RequireRole('admin')
@Controller('api/v1/jobs/dead')
export class DeadJobController {
  constructor(private readonly jobs: Jobs) {}

  @Get()
  @ApiOperation({
    summary: 'List dead jobs',
    description: 'Background work that failed too often to be tried again. Needs the role admin.',
  })
  @ApiOkResponse({ type: DeadJobPageDto })
  async list(@ReqCtx() ctx: Ctx): Promise<DeadJobPageDto> {
    return { data: (await this.jobs.dead(ctx)).map(toBody), nextCursor: null };
  }

  @Post(':id/retry')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Retry a dead job',
    description: 'Gives it all its tries again, from now on. Needs the role admin.',
  })
  @ApiNoContentResponse({ description: 'It will run.' })
  @ApiNotFoundResponse({ description: 'No dead job of this id in this workspace.' })
  async retry(@ReqCtx() ctx: Ctx, @Param('id') id: string): Promise<void> {
    if (!(await this.jobs.retry(ctx, id)))
      throw new AppError('not_found', 404, 'There is no such dead job in this workspace.');
  }
}

function toBody({ id, name, payload, attempts, error, requestId, createdAt, failedAt }: DeadJob): DeadJobDto {
  const [created, failed] = [createdAt.toISOString(), failedAt.toISOString()];
  return { id, name, payload, attempts, error, requestId, createdAt: created, failedAt: failed };
}
