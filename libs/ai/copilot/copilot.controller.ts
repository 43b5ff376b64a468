import type {
  CopilotAnswerBody,
  CopilotRewriteBody,
  CopilotSuggestionsBody,
  CopilotSummaryBody,
} from '@satchel/contracts';
import { type Ctx, KeepsOwnKeys, ReqCtx, RequireRole } from '@satchel/kernel';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { CopilotAnswers } from './answers.service';
import {
  CopilotAnswerDto,
  CopilotAskDto,
  CopilotRewriteAnswerDto,
  CopilotRewriteDto,
  CopilotSuggestionsDto,
  CopilotSummaryDto,
} from './copilot.dto';
import { CopilotRewrites } from './rewrites.service';
import { CopilotSuggestions } from './suggestions.service';
import { CopilotSummaries } from './summaries.service';

const NO_TICKET = { description: 'No such ticket in this workspace.' };

/** For people who work on tickets. Nothing here changes anything, so a write of the same key may be carried out again. */
@ApiTags('AI')
@RequireRole('agent')
@KeepsOwnKeys()
@Controller('api/v1')
export class CopilotController {
  constructor(
    private readonly answers: CopilotAnswers,
    private readonly rewrites: CopilotRewrites,
    private readonly summaries: CopilotSummaries,
    private readonly suggestions: CopilotSuggestions,
  ) {}

  @Post('tickets/:id/copilot/ask')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Ask about a ticket',
    description: "Answers from the ticket, its customer's orders and the shop's articles, with what it rests on.",
  })
  @ApiOkResponse({ type: CopilotAnswerDto })
  @ApiNotFoundResponse(NO_TICKET)
  ask(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { question }: CopilotAskDto,
  ): Promise<CopilotAnswerBody> {
    return this.answers.ask(ctx, id, question);
  }

  @Get('tickets/:id/copilot/summary')
  @ApiOperation({
    summary: 'Summarise a ticket',
    description: 'Who, what they want, where the order is, what is open.',
  })
  @ApiOkResponse({ type: CopilotSummaryDto })
  @ApiNotFoundResponse(NO_TICKET)
  summary(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<CopilotSummaryBody> {
    return this.summaries.of(ctx, id);
  }

  @Get('tickets/:id/copilot/suggestions')
  @ApiOperation({
    summary: 'Suggest what to do',
    description: "Actions that answer the customer's newest messages, each with a dry run; nothing is carried out.",
  })
  @ApiOkResponse({ type: CopilotSuggestionsDto })
  @ApiNotFoundResponse(NO_TICKET)
  suggest(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<CopilotSuggestionsBody> {
    return this.suggestions.of(ctx, id);
  }

  @Post('copilot/rewrite')
  @HttpCode(200)
  @ApiOperation({ summary: 'Word a reply differently', description: 'With the same facts; that is checked.' })
  @ApiOkResponse({ type: CopilotRewriteAnswerDto })
  @ApiConflictResponse({ description: '`no_model`: there is no language model; the detail says how to set one.' })
  @ApiUnprocessableEntityResponse({ description: '`adds_facts`: the new text would have said more than the old one.' })
  rewrite(@ReqCtx() ctx: Ctx, @Body() body: CopilotRewriteDto): Promise<CopilotRewriteBody> {
    return this.rewrites.rewrite(ctx, body);
  }
}
