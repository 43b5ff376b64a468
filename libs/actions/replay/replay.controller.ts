import type { PolicyReplayBody } from '@satchel/contracts';
import { type Ctx, KeepsOwnKeys, ReqCtx, RequireRole } from '@satchel/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PolicyReplayDto, ReplayPolicyDto } from './replay.dto';
import { PolicyReplay } from './replay.service';

const USUAL_DAYS = 30;

@ApiTags('policies')
@KeepsOwnKeys()
@Controller('api/v1/policies')
export class ReplayController {
  constructor(private readonly replays: PolicyReplay) {}

  @Post('replay')
  @HttpCode(200)
  @RequireRole('lead')
  @ApiOperation({
    summary: 'See what other rules would have changed',
    description:
      'Judges what was asked for in the last days under the rules given and under those of its day. Changes nothing.',
  })
  @ApiOkResponse({ type: PolicyReplayDto })
  replay(@ReqCtx() ctx: Ctx, @Body() { document, days }: ReplayPolicyDto): Promise<PolicyReplayBody> {
    return this.replays.replay(ctx, document, days ?? USUAL_DAYS);
  }
}
