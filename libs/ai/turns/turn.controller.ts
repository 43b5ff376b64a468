import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AiTurnBody, Page } from '@satchel/contracts';
import { TicketQueries } from '@satchel/desk';
import type { Ctx } from '@satchel/kernel';
import { AppError, ReqCtx } from '@satchel/kernel';
import { AiTurnListDto } from './turn.dto';
import { AiTurnQueries } from './turn.queries';

@ApiTags('AI')
@Controller('api/v1/tickets')
export class TurnController {
  constructor(
    private readonly turns: AiTurnQueries,
    private readonly tickets: TicketQueries,
  ) {}

  @Get(':id/turns')
  @ApiOperation({ summary: "List the AI's turns on a ticket", description: 'What it read, what it decided and why.' })
  @ApiOkResponse({ type: AiTurnListDto })
  @ApiNotFoundResponse({ description: 'No such ticket in this workspace.' })
  async list(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<Page<AiTurnBody>> {
    if (!(await this.tickets.byId(ctx, id)))
      throw new AppError('not_found', 404, 'This ticket does not exist in your workspace.');
    return { data: await this.turns.ofTicket(ctx, id), nextCursor: null };
  }
}
