import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EventLog, ReqCtx } from '@satchel/kernel';
import type { Ctx, LoggedEvent } from '@satchel/kernel';
import { EventDto, EventPageDto, EVENTS_PAGE, ListEventsDto } from './event.dto';

@ApiTags('Events')
@Controller('api/v1/events')
export class EventController {
  constructor(private readonly log: EventLog) {}

  @Get()
  @ApiOperation({
    summary: 'Read what happened',
    description:
      'In order, from a cursor on. A reader who keeps its cursor misses nothing, also not what was committed late.',
  })
  @ApiOkResponse({ type: EventPageDto })
  async list(@ReqCtx() ctx: Ctx, @Query() query: ListEventsDto): Promise<EventPageDto> {
    const types = query.types
      ?.split(',')
      .map((type) => type.trim())
      .filter(Boolean);
    const { events, cursor } = await this.log.read(ctx, query.after ?? null, query.limit ?? EVENTS_PAGE, { types });
    return { data: events.map(toBody), nextCursor: cursor };
  }
}

function toBody({ id, cursor, type, ticketId, actor, payload, at }: LoggedEvent): EventDto {
  return { id, cursor, type, ticketId, actor, payload, at: at.toISOString() };
}
