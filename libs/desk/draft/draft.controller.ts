import type { AuthorKind, DraftBody, MessageBody, Page } from '@satchel/contracts';
import { AppError, type Ctx, ReqCtx } from '@satchel/kernel';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { MAX_TEXT } from '../limits';
import { MessageDto } from '../message/message.dto';
import { accepted } from '../reply/refusal';
import { TicketQueries } from '../ticket/ticket.queries';
import { DraftService } from './draft.service';

class DraftAuthorDto {
  @ApiProperty({ enum: ['person', 'ai'] }) kind!: AuthorKind;
  @ApiProperty({ nullable: true, type: String }) id!: string | null;
  @ApiProperty() name!: string;
}

class DraftDto implements DraftBody {
  @ApiProperty() id!: string;
  @ApiProperty() ticketId!: string;
  @ApiProperty({ type: DraftAuthorDto }) author!: DraftAuthorDto;
  @ApiProperty() text!: string;
  @ApiProperty() version!: number;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
  @ApiProperty({ nullable: true, type: String, description: 'The AI turn that proposed it.' }) turnId!: string | null;
}

class DraftPageDto implements Page<DraftBody> {
  @ApiProperty({ type: [DraftDto] }) data!: DraftDto[];
  @ApiProperty({ nullable: true, type: String }) nextCursor!: string | null;
}

class SaveDraftDto {
  @ApiProperty() @IsString() @MaxLength(MAX_TEXT) text!: string;
}

class SendDraftDto {
  @ApiPropertyOptional({ description: 'The edited text; without it the draft goes out as it is.' })
  @IsOptional()
  @IsString()
  @Length(1, MAX_TEXT)
  text?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() lastSeenMessageId?: string;
}

@ApiTags('drafts')
@Controller('api/v1/tickets/:id/drafts')
export class DraftController {
  constructor(
    private readonly drafts: DraftService,
    private readonly tickets: TicketQueries,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Replies that wait on this ticket: typed by people, or proposed by the AI' })
  @ApiOkResponse({ type: DraftPageDto })
  async list(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) ticketId: string): Promise<DraftPageDto> {
    return { data: await this.drafts.list(ctx, ticketId), nextCursor: null };
  }

  @Put('mine')
  @ApiOperation({ summary: 'Save what you are typing' })
  @ApiOkResponse({ type: DraftDto })
  async save(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Body() body: SaveDraftDto,
  ): Promise<DraftBody> {
    if (!(await this.tickets.byId(ctx, ticketId)))
      throw new AppError('not_found', 404, 'This ticket does not exist in your workspace.');
    return this.drafts.save(ctx, {
      ticketId,
      author: { kind: 'person', id: ctx.actor.id, name: ctx.actor.name },
      text: body.text,
    });
  }

  @Delete(':draftId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Dismiss a draft' })
  @ApiNoContentResponse()
  async discard(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('draftId', ParseUUIDPipe) draftId: string,
  ): Promise<void> {
    await this.drafts.discard(ctx, ticketId, draftId);
  }

  @Post(':draftId/send')
  @HttpCode(201)
  @ApiOperation({ summary: 'Send a draft, edited or as it is, under your name' })
  @ApiCreatedResponse({ type: MessageDto })
  async send(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) ticketId: string,
    @Param('draftId', ParseUUIDPipe) draftId: string,
    @Body() body: SendDraftDto,
  ): Promise<MessageBody> {
    return accepted(await this.drafts.send(ctx, ticketId, draftId, body));
  }
}
