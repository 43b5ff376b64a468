import type { EnvelopeBody, Page, ReconciliationBody } from '@satchel/contracts';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Ctx, Jobs, ReqCtx, RequireRole } from '@satchel/kernel';
import type { FastifyReply } from 'fastify';
import { EnvelopeService } from '../doorway/envelope.service';
import { backfillJob } from './backfill.job';
import { EnvelopeListQueries } from './envelope-list.queries';
import { BackfillDto, EnvelopePageDto, EnvelopeQueryDto, ReconcileDto, ReconciliationDto } from './ledger.dto';
import { ReconciliationService } from './reconciliation.service';

@ApiTags('Ledger')
@Controller('api/v1')
export class LedgerController {
  constructor(
    private readonly envelopes: EnvelopeService,
    private readonly list: EnvelopeListQueries,
    private readonly reconciliation: ReconciliationService,
    private readonly jobs: Jobs,
  ) {}

  @Get('envelopes')
  @ApiOperation({
    summary: 'List raw messages',
    description: 'Everything that came in, whatever became of it, newest first.',
  })
  @ApiOkResponse({ type: EnvelopePageDto })
  envelopesOf(@ReqCtx() ctx: Ctx, @Query() query: EnvelopeQueryDto): Promise<Page<EnvelopeBody>> {
    return this.list.list(ctx, query);
  }

  @Get('envelopes/:id/raw')
  @ApiOperation({ summary: 'Download a raw message', description: 'Byte for byte as it came in.' })
  @ApiOkResponse({ description: 'The bytes.' })
  async raw(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { raw, isMail } = await this.envelopes.raw(ctx, id);
    await reply
      .header('content-type', isMail ? 'message/rfc822' : 'application/octet-stream')
      .header('content-disposition', `attachment; filename="${id}${isMail ? '.eml' : '.bin'}"`)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(raw);
  }

  @Post('envelopes/:id/retry')
  @RequireRole('admin')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Read a raw message again',
    description: 'One that was put aside or passed over. Needs the role admin.',
  })
  @ApiAcceptedResponse()
  retry(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.envelopes.retry(ctx, id);
  }

  @Get('connections/:id/reconcile')
  @ApiOperation({ summary: 'Read the last reconciliation' })
  @ApiOkResponse({ type: ReconciliationDto })
  lastOf(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ReconciliationBody> {
    return this.reconciliation.last(ctx, id);
  }

  @Post('connections/:id/reconcile')
  @RequireRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Hold the source against the ledger',
    description: 'Names every message that lies at the source and never came in. Needs the role admin.',
  })
  @ApiOkResponse({ type: ReconciliationDto })
  reconcile(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { days, fetch }: ReconcileDto,
  ): Promise<ReconciliationBody> {
    return this.reconciliation.reconcile(ctx, id, { days, fetch });
  }

  @Post('connections/:id/backfill')
  @RequireRole('admin')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Import old mail',
    description: 'The mail of the last days that is not here yet; nothing answers it. Needs the role admin.',
  })
  @ApiAcceptedResponse()
  async backfill(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { days }: BackfillDto,
  ): Promise<void> {
    await this.reconciliation.mustHaveSource(ctx, id);
    await this.jobs.enqueue(ctx, backfillJob, { connectionId: id, days }, { key: `backfill:${id}` });
  }
}
