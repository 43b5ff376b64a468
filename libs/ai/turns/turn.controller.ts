import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { AiTurnBody, AiTurnTraceBody, Page } from '@satchel/contracts';
import { TicketQueries } from '@satchel/desk';
import type { Ctx } from '@satchel/kernel';
import { AppError, ReqCtx } from '@satchel/kernel';
import { Verdicts } from '../modes/verdicts.service';
import { AiTurnListDto, AiTurnTraceDto, VerdictDto } from './turn.dto';
import { AiTurnQueries } from './turn.queries';
import { TurnService } from './turn.service';

@ApiTags('AI')
@Controller('api/v1/tickets')
export class TurnController {
  constructor(
    private readonly turns: AiTurnQueries,
    private readonly service: TurnService,
    private readonly tickets: TicketQueries,
    private readonly verdicts: Verdicts,
  ) {}

  @Get(':id/turns')
  @ApiOperation({ summary: "List the AI's turns on a ticket", description: 'What it read, what it decided and why.' })
  @ApiOkResponse({ type: AiTurnListDto })
  @ApiNotFoundResponse({ description: 'No such ticket in this workspace.' })
  async list(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<Page<AiTurnBody>> {
    await this.mustExist(ctx, id);
    return { data: await this.turns.ofTicket(ctx, id), nextCursor: null };
  }

  @Get(':id/turns/:turnId')
  @ApiOperation({
    summary: 'Read one turn whole',
    description: 'With every step of the model, what its tools answered, and what the grounding gate found.',
  })
  @ApiOkResponse({ type: AiTurnTraceDto })
  @ApiNotFoundResponse({ description: 'No such turn in this workspace.' })
  async read(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('turnId', ParseUUIDPipe) turnId: string,
  ): Promise<AiTurnTraceBody> {
    const turn = await this.turns.trace(ctx, id, turnId);
    if (!turn) throw new AppError('not_found', 404, 'This turn does not exist in your workspace.');
    return turn;
  }

  @Put(':id/turns/:turnId/verdict')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Say whether what the AI wrote was right',
    description: "A person's word counts over what was concluded from what became of it, and may be changed.",
  })
  @ApiNoContentResponse({ description: 'It counts.' })
  @ApiNotFoundResponse({ description: 'No such turn in this workspace.' })
  @ApiConflictResponse({ description: 'The AI wrote nothing in this turn.' })
  async judge(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('turnId', ParseUUIDPipe) turnId: string,
    @Body() { right }: VerdictDto,
  ): Promise<void> {
    await this.read(ctx, id, turnId);
    await this.verdicts.judgeByPerson(ctx, turnId, right);
  }

  @Post(':id/turns')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Ask the AI for a draft',
    description:
      'For a message that it skipped, such as one whose sender nothing proves. Nothing is sent; `ai.turn_finished` tells when the draft is there.',
  })
  @ApiAcceptedResponse({ description: 'It is thinking.' })
  @ApiNotFoundResponse({ description: 'No such ticket in this workspace.' })
  @ApiConflictResponse({ description: 'There is nothing to draft; the detail says why.' })
  async ask(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.mustExist(ctx, id);
    const why = await this.service.ask(ctx, id);
    if (why) throw new AppError('nothing_to_draft', 409, `There is no draft to be made: ${why}.`);
  }

  private async mustExist(ctx: Ctx, id: string): Promise<void> {
    if (!(await this.tickets.byId(ctx, id)))
      throw new AppError('not_found', 404, 'This ticket does not exist in your workspace.');
  }
}
