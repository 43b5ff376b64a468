import type { MessageBody } from '@satchel/contracts';
import { AppError, Clock, type Ctx, ReqCtx } from '@satchel/kernel';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DeliveryService } from '../delivery/delivery.service';
import { ScheduledMessages } from '../later/scheduled.service';
import { sendTimeOf } from '../later/send-time';
import { accepted } from '../reply/refusal';
import { ReplyService } from '../reply/reply.service';
import { CreateMessageDto, ListMessagesQuery, MessageDto, MessagePageDto, ResolveDeliveryDto } from './message.dto';
import { MessageQueries } from './message.queries';

@ApiTags('messages')
@Controller('api/v1')
export class MessageController {
  constructor(
    private readonly replies: ReplyService,
    private readonly queries: MessageQueries,
    private readonly deliveries: DeliveryService,
    private readonly scheduled: ScheduledMessages,
    private readonly clock: Clock,
  ) {}

  @Get('tickets/:id/messages')
  @ApiOperation({ summary: 'Read the thread, the newest page first, oldest message first within a page' })
  @ApiOkResponse({ type: MessagePageDto })
  list(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Query() query: ListMessagesQuery,
  ): Promise<MessagePageDto> {
    return this.queries.thread(ctx, ticketId, query);
  }

  @Post('tickets/:id/messages')
  @HttpCode(201)
  @ApiOperation({ summary: 'Answer the customer, or leave a note for colleagues' })
  @ApiCreatedResponse({ type: MessageDto })
  async create(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: CreateMessageDto,
  ): Promise<MessageBody> {
    const reply = {
      ticketId,
      text: body.text,
      author: { kind: ctx.actor.kind === 'api' ? 'api' : 'person', id: ctx.actor.id, name: ctx.actor.name } as const,
      attachmentIds: body.attachments,
      clientId: body.clientId,
      lastSeenMessageId: body.lastSeenMessageId,
    };
    if (body.kind === 'note') return accepted(await this.replies.note(ctx, reply));
    const { to, cc, template, choices } = body;
    const whole = { ...reply, to, cc, template, choices };
    const time = sendTimeOf(body, this.clock.now());
    return accepted(await (time ? this.scheduled.schedule(ctx, whole, time) : this.replies.reply(ctx, whole)));
  }

  @Post('messages/:id/resolve-delivery')
  @HttpCode(204)
  @ApiOperation({ summary: 'Decide on a delivery that failed or whose outcome is open' })
  @ApiNoContentResponse()
  async resolve(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ResolveDeliveryDto,
  ): Promise<void> {
    if (await this.deliveries.resolve(ctx, id, body.outcome)) return;
    throw new AppError('nothing_to_resolve', 409, 'This message is not one whose delivery failed or is open.');
  }
}
