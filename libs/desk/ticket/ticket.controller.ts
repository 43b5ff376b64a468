import type { EventBody, Page, TicketBody } from '@satchel/contracts';
import { AppError, type Ctx, ReqCtx } from '@satchel/kernel';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  CreateTicketDto,
  JoinTicketDto,
  ListTicketsQuery,
  TicketCountsDto,
  TicketDto,
  TicketPageDto,
  UpdateTicketDto,
} from './ticket.dto';
import { JoinService } from './join.service';
import { TicketQueries } from './ticket.queries';
import { TicketService } from './ticket.service';
import { TimelineQueries } from './timeline.queries';

const REFUSED = {
  not_found: [404, 'This ticket does not exist in your workspace.'],
  stale: [409, 'Somebody changed this ticket since you read it. Read it again and repeat your change.'],
  unknown_assignee: [422, 'Nobody with this id works in your workspace.'],
} as const;

@ApiTags('tickets')
@Controller('api/v1/tickets')
export class TicketController {
  constructor(
    private readonly tickets: TicketService,
    private readonly queries: TicketQueries,
    private readonly timeline: TimelineQueries,
    private readonly joins: JoinService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List tickets, newest message first' })
  @ApiOkResponse({ type: TicketPageDto })
  list(@ReqCtx() ctx: Ctx, @Query() query: ListTicketsQuery): Promise<TicketPageDto> {
    return this.queries.list(ctx, query);
  }

  @Get('counts')
  @ApiOperation({ summary: 'How many tickets each view holds' })
  @ApiOkResponse({ type: TicketCountsDto })
  counts(@ReqCtx() ctx: Ctx): Promise<TicketCountsDto> {
    return this.queries.counts(ctx);
  }

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: "Open a ticket with the customer's first message" })
  @ApiCreatedResponse({ type: TicketDto })
  create(@ReqCtx() ctx: Ctx, @Body() body: CreateTicketDto): Promise<TicketBody> {
    return this.tickets.create(ctx, {
      subject: body.subject,
      channel: body.channel,
      customer: body.customer,
      text: body.message.text,
    });
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a ticket' })
  @ApiOkResponse({ type: TicketDto })
  async read(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<TicketBody> {
    const ticket = await this.queries.byId(ctx, id);
    if (!ticket) throw new AppError('not_found', 404, REFUSED.not_found[1]);
    return ticket;
  }

  @Get(':id/events')
  @ApiOperation({ summary: "Read the ticket's timeline: what happened to it besides messages" })
  @ApiOkResponse({ description: 'Events, oldest first.' })
  events(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<Page<EventBody>> {
    return this.timeline.ofTicket(ctx, id);
  }

  @Post(':id/join')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Put a ticket together with another',
    description: 'All messages move; the emptied ticket is closed. Answers the ticket that took them in.',
  })
  @ApiOkResponse({ type: TicketDto })
  async join(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: JoinTicketDto,
  ): Promise<TicketBody> {
    const result = await this.joins.join(ctx, id, body.intoId);
    if (result.ok) return result.ticket;
    throw new AppError(result.code, result.code === 'not_found' ? 404 : 409, result.message);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change status, assignee, subject or tags' })
  @ApiOkResponse({ type: TicketDto })
  async update(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateTicketDto,
  ): Promise<TicketBody> {
    const result = await this.tickets.update(ctx, id, body);
    if (result.ok) return result.ticket;
    const [status, message] = REFUSED[result.code];
    throw new AppError(result.code === 'stale' ? 'stale_ticket' : result.code, status, message);
  }
}
