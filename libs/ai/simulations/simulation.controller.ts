import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { AiReplayBody, Page, SimulationBody, SimulationRunBody } from '@satchel/contracts';
import { type Ctx, KeepsOwnKeys, ReqCtx, RequireRole } from '@satchel/kernel';
import { draftOf } from './document';
import { AiReplay } from './replay.service';
import { SavedTickets } from './saved-ticket.service';
import { AiReplayDto, RunSimulationsDto, WriteSimulationDto } from './simulation.dto';
import { SimulationRuns } from './simulation-runs.service';
import { Simulations } from './simulations.service';

@ApiTags('AI')
@Controller('api/v1/ai/simulations')
export class SimulationController {
  constructor(
    private readonly simulations: Simulations,
    private readonly runs: SimulationRuns,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the simulations', description: "The shop's own, and those that come along." })
  @ApiOkResponse({ type: Object })
  async list(@ReqCtx() ctx: Ctx): Promise<Page<SimulationBody>> {
    return { data: await this.simulations.list(ctx), nextCursor: null };
  }

  @Post()
  @RequireRole('admin')
  @ApiOperation({ summary: 'Write a simulation', description: 'For admins. 422 says what does not fit.' })
  @ApiCreatedResponse({ type: Object })
  create(@ReqCtx() ctx: Ctx, @Body() { document }: WriteSimulationDto): Promise<SimulationBody> {
    return this.simulations.create(ctx, draftOf(document));
  }

  @Post('run')
  @RequireRole('admin')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Play simulations',
    description: 'Against what holds, or against drafts of procedures and rules. Nothing real is touched.',
  })
  @ApiAcceptedResponse({ type: Object })
  run(@ReqCtx() ctx: Ctx, @Body() wish: RunSimulationsDto): Promise<SimulationRunBody> {
    return this.runs.start(ctx, wish);
  }

  @Get('runs/:id')
  @ApiOperation({ summary: 'How a run of simulations went' })
  @ApiOkResponse({ type: Object })
  report(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<SimulationRunBody> {
    return this.runs.get(ctx, id);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a simulation' })
  @ApiOkResponse({ type: Object })
  read(@ReqCtx() ctx: Ctx, @Param('id') id: string): Promise<SimulationBody> {
    return this.simulations.get(ctx, id);
  }

  @Put(':id')
  @RequireRole('admin')
  @ApiOperation({ summary: 'Change a simulation', description: 'One that comes along gets a version of your own.' })
  @ApiOkResponse({ type: Object })
  change(
    @ReqCtx() ctx: Ctx,
    @Param('id') id: string,
    @Body() { document, off = false }: WriteSimulationDto,
  ): Promise<SimulationBody> {
    return this.simulations.change(ctx, id, draftOf(document), off);
  }

  @Delete(':id')
  @RequireRole('admin')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a simulation', description: 'Of one that comes along, your version of it.' })
  @ApiNoContentResponse()
  remove(@ReqCtx() ctx: Ctx, @Param('id') id: string): Promise<void> {
    return this.simulations.remove(ctx, id);
  }
}

@ApiTags('AI')
@Controller('api/v1/ai/replay')
export class AiReplayController {
  constructor(private readonly replay: AiReplay) {}

  @Post()
  @RequireRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What the AI could take over',
    description: 'Reads resolved tickets anew and compares with what people did. Nothing is sent or changed.',
  })
  @ApiOkResponse({ type: Object })
  run(@ReqCtx() ctx: Ctx, @Body() wish: AiReplayDto): Promise<AiReplayBody> {
    return this.replay.run(ctx, wish);
  }
}

@ApiTags('AI')
@Controller('api/v1/tickets/:id/simulation')
export class TicketSimulationController {
  constructor(private readonly saved: SavedTickets) {}

  @Post()
  @RequireRole('admin')
  @KeepsOwnKeys()
  @ApiOperation({
    summary: 'Save a conversation as a simulation',
    description: "The customer's words and what they have at the shop, without their personal data.",
  })
  @ApiCreatedResponse({ type: Object })
  save(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<SimulationBody> {
    return this.saved.save(ctx, id);
  }
}
