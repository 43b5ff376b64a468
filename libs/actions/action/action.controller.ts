import type { ActionBody, ActionPreviewBody, ActionProblem, ActionRunBody, Page } from '@satchel/contracts';
import { type Ctx, KeepsOwnKeys, ReqCtx, RequireRole } from '@satchel/kernel';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ActionDto, ActionPageDto, ActionRunDto } from '../run/action.dto';
import { answer, clientIdOf, refuse } from '../run/answer';
import { ActionQuery, CatalogueQuery, RunActionDto } from '../run/run-request.dto';
import { ActionRuns } from '../run/run.service';
import { Availability } from './availability.service';

@ApiTags('actions')
@RequireRole('agent')
@Controller('api/v1/actions')
export class ActionController {
  constructor(
    private readonly runs: ActionRuns,
    private readonly availability: Availability,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'List what can be done',
    description:
      'With an order, a ticket or a customer: what of it is possible now, why not, and what a person could do instead.',
  })
  @ApiOkResponse({ type: ActionPageDto })
  async list(
    @ReqCtx() ctx: Ctx,
    @Query() { orderId, ticketId, customerId }: CatalogueQuery,
  ): Promise<Page<ActionBody>> {
    if (!orderId && !ticketId && !customerId) return { data: this.availability.catalogue(), nextCursor: null };
    const scene = await this.runs.scene(ctx, { ticketId, customerId });
    return { data: await this.availability.at(ctx, scene, orderId ?? null), nextCursor: null };
  }

  @Get(':name')
  @ApiOperation({
    summary: 'Get one action',
    description: 'With a ticket or a customer; its schema lists what arguments are chosen from, read this moment.',
  })
  @ApiOkResponse({ type: ActionDto })
  async one(
    @ReqCtx() ctx: Ctx,
    @Param('name') name: string,
    @Query() { ticketId, customerId }: ActionQuery,
  ): Promise<ActionBody> {
    return this.availability.one(await this.runs.scene(ctx, { ticketId, customerId }), name);
  }

  @Post(':name')
  @HttpCode(200)
  @KeepsOwnKeys()
  @ApiOperation({
    summary: 'Do something',
    description:
      'The rules are asked, it is done once, and read back before it counts as done. 200: done. 202: it waits for a yes, or its outcome is open. ' +
      '409 `busy`: something else is being done to the same order. 422: refused, with the reason; 502: it failed. With `dryRun` nothing is changed.',
  })
  @ApiOkResponse({ type: ActionRunDto })
  @ApiAcceptedResponse({ type: ActionRunDto })
  async run(
    @ReqCtx() ctx: Ctx,
    @Param('name') name: string,
    @Body() body: RunActionDto,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActionRunBody | ActionPreviewBody | ActionProblem> {
    const { ticketId, customerId, dryRun } = body;
    const request = { arguments: body.arguments, ticketId, customerId, clientId: clientIdOf(body.clientId, key) };
    if (!dryRun) return answer(reply, ctx.requestId, await this.runs.run(ctx, name, request));
    const told = await this.runs.preview(ctx, name, request);
    return told.ok ? told.preview : refuse(reply, ctx.requestId, told);
  }
}
