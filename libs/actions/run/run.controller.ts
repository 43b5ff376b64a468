import type { ActionProblem, ActionRunBody, ActionRunPage } from '@satchel/contracts';
import { AppError, type Ctx, KeepsOwnKeys, ReqCtx, RequireRole } from '@satchel/kernel';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ActionRunDto, ActionRunPageDto } from './action.dto';
import { answer } from './answer';
import { ActionDecisions } from './decisions.service';
import { Recovery } from './recovery.service';
import { DeclineDto, ListRunsQuery, ResolveDto } from './run-request.dto';
import { RunQueries } from './run.queries';
import { ActionRuns } from './run.service';
import { Undoing } from './undoing.service';

const PAGE = 50;

@ApiTags('actions')
@RequireRole('agent')
@KeepsOwnKeys()
@Controller('api/v1/action-runs')
export class ActionRunController {
  constructor(
    private readonly runs: ActionRuns,
    private readonly queries: RunQueries,
    private readonly decisions: ActionDecisions,
    private readonly recovery: Recovery,
    private readonly undoing: Undoing,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List what was done and what waits, newest first' })
  @ApiOkResponse({ type: ActionRunPageDto })
  async list(
    @ReqCtx() ctx: Ctx,
    @Query() { state, ticketId, customerId, limit = PAGE, cursor }: ListRunsQuery,
  ): Promise<ActionRunPage> {
    const before = cursor ? decoded(cursor) : undefined;
    const rows = await this.queries.list(ctx, {
      states: state && [state],
      ticketId,
      customerId,
      limit: limit + 1,
      before,
    });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const nextCursor = last ? Buffer.from(`${last.createdAt.toISOString()}|${last.id}`).toString('base64url') : null;
    return { data: page.map((row) => this.runs.body(row)), nextCursor };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read one of them' })
  @ApiOkResponse({ type: ActionRunDto })
  read(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ActionRunBody> {
    return this.runs.get(ctx, id);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say yes to one that waits for a confirmation',
    description: 'Everything is read and judged anew first.',
  })
  @ApiOkResponse({ type: ActionRunDto })
  @ApiAcceptedResponse({ type: ActionRunDto, description: 'It waits for an approval now, or its outcome is open.' })
  async confirm(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionRunBody | ActionProblem> {
    return answer(reply, ctx.requestId, await this.decisions.confirm(ctx, id));
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Approve one that waits for it',
    description: 'Needs a role that may do it itself: `decision.approver`.',
  })
  @ApiOkResponse({ type: ActionRunDto })
  @ApiAcceptedResponse({ type: ActionRunDto, description: 'Its outcome is open.' })
  async approve(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionRunBody | ActionProblem> {
    return answer(reply, ctx.requestId, await this.decisions.approve(ctx, id));
  }

  @Post(':id/decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say no to one that waits' })
  @ApiOkResponse({ type: ActionRunDto })
  decline(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DeclineDto,
  ): Promise<ActionRunBody> {
    return this.decisions.decline(ctx, id, body.reason ?? null);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take one back, where its system can', description: 'For whoever did it, or a lead.' })
  @ApiOkResponse({ type: ActionRunDto })
  @ApiAcceptedResponse({ type: ActionRunDto, description: 'Whether it was taken back is open.' })
  async undo(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionRunBody | ActionProblem> {
    const run = await this.undoing.undo(ctx, id);
    if (run.state === 'done')
      throw new AppError(run.error?.code ?? 'not_undone', 422, run.error?.message ?? 'It was not taken back.');
    return answer(reply, ctx.requestId, { ok: true, run });
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say whether an uncertain one happened',
    description: 'For money this needs the role lead.',
  })
  @ApiOkResponse({ type: ActionRunDto })
  resolve(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ResolveDto,
  ): Promise<ActionRunBody> {
    return this.recovery.resolve(ctx, id, body.happened, body.note ?? null);
  }
}

function decoded(cursor: string): { at: Date; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))
    throw new AppError(
      'bad_cursor',
      400,
      'This cursor is not one of ours: send nextCursor of the page before, unchanged.',
    );
  return { at: new Date(at), id };
}
