import type { MessageBody, Page, WithdrawnMessageBody } from '@satchel/contracts';
import { Clock, type Ctx, ReqCtx } from '@satchel/kernel';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsBoolean, IsISO8601, IsOptional } from 'class-validator';
import { AttachmentDto, DestinationRefDto, MessageDto, MessagePageDto } from '../message/message.dto';
import { ScheduledMessages } from './scheduled.service';
import { chosen } from './send-time';

class ChangeScheduledDto {
  @ApiPropertyOptional({ format: 'date-time', description: 'In the future, within a year.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  sendAt?: string;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() cancelIfCustomerWrites?: boolean;
}

class WithdrawnMessageDto implements WithdrawnMessageBody {
  @ApiProperty() ticketId!: string;
  @ApiProperty({ description: 'Also saved as a draft of the person who wrote it.' }) text!: string;
  @ApiProperty({ type: [AttachmentDto], description: 'Uploads again, to be sent with another message.' })
  attachments!: AttachmentDto[];
  @ApiPropertyOptional({ type: DestinationRefDto }) to?: DestinationRefDto;
  @ApiPropertyOptional({ type: [String] }) cc?: string[];
  @ApiPropertyOptional({ type: [String] }) choices?: string[];
}

@ApiTags('messages')
@Controller('api/v1')
export class ScheduledController {
  constructor(
    private readonly scheduled: ScheduledMessages,
    private readonly clock: Clock,
  ) {}

  @Get('tickets/:id/scheduled')
  @ApiOperation({ summary: 'Replies that wait to be sent, the next one first' })
  @ApiOkResponse({ type: MessagePageDto })
  async list(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) ticketId: string): Promise<Page<MessageBody>> {
    return { data: await this.scheduled.list(ctx, ticketId), nextCursor: null };
  }

  @Patch('scheduled/:id')
  @ApiOperation({ summary: 'Send it at another time' })
  @ApiOkResponse({ type: MessageDto })
  change(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { sendAt, cancelIfCustomerWrites }: ChangeScheduledDto,
  ): Promise<MessageBody> {
    return this.scheduled.change(ctx, id, {
      ...(sendAt !== undefined && { sendAfter: chosen(sendAt, this.clock.now()) }),
      ...(cancelIfCustomerWrites !== undefined && { cancelIfAnswered: cancelIfCustomerWrites }),
    });
  }

  @Post('scheduled/:id/undo')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take it back before it leaves',
    description: 'Answers 409 `waits_no_more` when it has left. The words become a draft of their writer again.',
  })
  @ApiOkResponse({ type: WithdrawnMessageDto })
  async undo(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<WithdrawnMessageBody> {
    const { row, attachments } = await this.scheduled.undo(ctx, id);
    const { text, to, cc, choices } = row.reply;
    return {
      ticketId: row.ticketId,
      text,
      attachments,
      ...(to && { to }),
      ...(cc && { cc }),
      ...(choices && { choices }),
    };
  }

  @Post('scheduled/:id/send')
  @HttpCode(204)
  @ApiOperation({ summary: 'Send it now' })
  @ApiNoContentResponse()
  async send(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.scheduled.sendNow(ctx, id);
  }
}
