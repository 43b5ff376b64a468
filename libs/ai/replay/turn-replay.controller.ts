import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AiTurnReplayBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import { ReplayTurnDto, TurnReplayDto } from './turn-replay.dto';
import { TurnReplay } from './turn-replay.service';

@ApiTags('AI')
@Controller('api/v1/tickets')
export class TurnReplayController {
  constructor(private readonly replay: TurnReplay) {}

  @Post(':id/turns/:turnId/replay')
  @RequireRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take a turn again from its record',
    description:
      'Its tools answer as they did then: nothing is looked up, nothing is written, nothing is sent. With "current", a language model may be asked.',
  })
  @ApiOkResponse({ type: TurnReplayDto })
  @ApiNotFoundResponse({ description: 'No such turn in this workspace.' })
  @ApiConflictResponse({ description: 'No brain thought in this turn, or it is not kept whole.' })
  run(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('turnId', ParseUUIDPipe) turnId: string,
    @Body() { with: how = 'stored' }: ReplayTurnDto,
  ): Promise<AiTurnReplayBody> {
    return this.replay.run(ctx, id, turnId, how);
  }
}
