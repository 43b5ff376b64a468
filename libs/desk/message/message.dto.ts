import {
  type AttachmentBody,
  type Author,
  type AuthorKind,
  type CreateMessageRequest,
  DELIVERY_STATUSES,
  type DeliveryStatus,
  type DestinationBody,
  MAX_CHOICE_CHARS,
  type MessageBody,
  type MessageDirection,
  type MessageFacts,
  type MessageKind,
  type Page,
  type ScheduledFacts,
} from '@satchel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MOST_UNDO_SECONDS } from '../later/send-time';
import { MAX_TEXT } from '../limits';

export class ListMessagesQuery {
  @ApiPropertyOptional({ default: 50, minimum: 1, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
  @ApiPropertyOptional({ description: '`nextCursor` of the page before: leads to older messages.' })
  @IsOptional()
  @IsString()
  cursor?: string;
}

export class DestinationRefDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  connectionId!: string;
  @ApiProperty({ example: '+4930123456' })
  @IsString()
  @Length(1, 320)
  address!: string;
}

export class TemplateRefDto {
  @ApiProperty({ example: 'order_update' })
  @IsString()
  @Length(1, 512)
  id!: string;
  @ApiProperty({ example: 'en_US' })
  @IsString()
  @Length(1, 20)
  language!: string;
  @ApiProperty({ type: [String], description: 'What fills the blanks, in order.' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 1024, { each: true })
  params!: string[];
}

export class MessageDestinationDto implements DestinationBody {
  @ApiProperty({ format: 'uuid' }) connectionId!: string;
  @ApiProperty({ example: 'email' }) channel!: string;
  @ApiProperty({ example: 'anna@example.com' }) address!: string;
  @ApiPropertyOptional({ type: [String] }) cc?: string[];
}

export class CreateMessageDto implements CreateMessageRequest {
  @ApiProperty({ enum: ['reply', 'note'], description: 'A reply goes to the customer; a note stays in the house.' })
  @IsIn(['reply', 'note'])
  kind!: 'reply' | 'note';
  @ApiProperty({
    example: 'Your parcel left our warehouse this morning.',
    description: 'May be empty with a template.',
  })
  @ValidateIf((it: CreateMessageDto) => it.template === undefined)
  @IsString()
  @Length(1, MAX_TEXT)
  text!: string;
  @ApiPropertyOptional({ type: [String], description: 'Ids of uploads.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  attachments?: string[];
  @ApiPropertyOptional({ description: 'Your own id: the same one again answers the stored message and sends nothing.' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  // The house's own: a caller who took one could pass for a draft that was sent, or for an answer of the AI.
  @Matches(/^(?!(turn|draft|mail):)/, { message: 'clientId may not begin with "turn:", "draft:" or "mail:"' })
  clientId?: string;
  @ApiPropertyOptional({
    description: 'The newest message you have seen; refused with 409 `stale_ticket` when there is a newer one.',
  })
  @IsOptional()
  @IsUUID()
  lastSeenMessageId?: string;
  @ApiPropertyOptional({
    type: DestinationRefDto,
    description: "One of GET /tickets/:id/destinations; without it the ticket's own way. Pinned to the message.",
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => DestinationRefDto)
  to?: DestinationRefDto;
  @ApiPropertyOptional({ type: [String], description: 'Others to copy in, on channels that can.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsEmail({ allow_utf8_local_part: true }, { each: true })
  cc?: string[];
  @ApiPropertyOptional({
    type: TemplateRefDto,
    description: 'An approved message, for a channel whose reply window is closed.',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => TemplateRefDto)
  template?: TemplateRefDto;
  @ApiPropertyOptional({ type: [String], description: 'Answers offered as buttons, on channels that can.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(13)
  @IsString({ each: true })
  @Length(1, MAX_CHOICE_CHARS, { each: true })
  choices?: string[];
  @ApiPropertyOptional({ format: 'date-time', description: 'Send it at this time instead of now. Replies only.' })
  @IsOptional()
  @IsISO8601({ strict: true })
  sendAt?: string;
  @ApiPropertyOptional({
    minimum: 0,
    maximum: MOST_UNDO_SECONDS,
    description: 'Hold it for so many seconds, in which it can be taken back. Replies only.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_UNDO_SECONDS)
  undoSeconds?: number;
  @ApiPropertyOptional({ description: 'Withdraw it when the customer writes before it has left.' })
  @IsOptional()
  @IsBoolean()
  cancelIfCustomerWrites?: boolean;
}

class ScheduledFactsDto implements ScheduledFacts {
  @ApiProperty({ format: 'date-time' }) sendAt!: string;
  @ApiProperty({ description: 'Held so that its writer can take it back.' }) held!: boolean;
  @ApiProperty() cancelIfCustomerWrites!: boolean;
}

class AuthorDto implements Author {
  @ApiProperty({ enum: ['customer', 'person', 'ai', 'api', 'system'] }) kind!: AuthorKind;
  @ApiProperty({ nullable: true, type: String }) id!: string | null;
  @ApiProperty({ example: 'Maya Lindqvist' }) name!: string;
}

export class AttachmentDto implements AttachmentBody {
  @ApiProperty() id!: string;
  @ApiProperty({ example: 'photo.jpg' }) filename!: string;
  @ApiProperty({ example: 'image/jpeg' }) contentType!: string;
  @ApiProperty({ description: 'Bytes' }) size!: number;
  @ApiProperty({ example: '/api/v1/attachments/0199…' }) url!: string;
  @ApiProperty() inline!: boolean;
  @ApiPropertyOptional({ description: 'The HTML shows it as `cid:` and this.' }) contentId?: string;
  @ApiPropertyOptional({ enum: ['pending', 'failed'], description: 'Absent when the file is here.' })
  state?: 'pending' | 'failed';
  @ApiPropertyOptional({ description: 'The virus that was found in it; it cannot be downloaded.' }) blocked?: string;
}

export class MessageDto implements MessageBody {
  @ApiProperty() id!: string;
  @ApiProperty() ticketId!: string;
  @ApiProperty({ enum: ['inbound', 'outbound', 'internal'] }) direction!: MessageDirection;
  @ApiProperty({ enum: ['reply', 'note', 'event'] }) kind!: MessageKind;
  @ApiProperty({ type: AuthorDto }) author!: AuthorDto;
  @ApiProperty({ description: 'Quotes and signatures folded away.' }) text!: string;
  @ApiPropertyOptional({ description: 'The whole text, when something was folded.' }) fullText?: string;
  @ApiPropertyOptional({ description: 'Sanitised HTML.' }) html?: string;
  @ApiProperty({ type: [AttachmentDto] }) attachments!: AttachmentDto[];
  @ApiProperty({ nullable: true, enum: DELIVERY_STATUSES }) deliveryStatus!: DeliveryStatus | null;
  @ApiProperty({ nullable: true, type: String }) deliveryError!: string | null;
  @ApiProperty({ nullable: true, type: String }) clientId!: string | null;
  @ApiPropertyOptional({ type: MessageDestinationDto, description: 'Where it came from or goes to; pinned.' })
  destination?: MessageDestinationDto;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: 'What the transport told.' })
  facts?: MessageFacts;
  @ApiPropertyOptional({ type: [String], description: 'Answers that it offers as buttons.' }) choices?: string[];
  @ApiPropertyOptional({ type: ScheduledFactsDto, description: 'Only of one that has not left.' })
  scheduled?: ScheduledFactsDto;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class MessagePageDto implements Page<MessageBody> {
  @ApiProperty({ type: [MessageDto] }) data!: MessageDto[];
  @ApiProperty({ nullable: true, type: String }) nextCursor!: string | null;
}

export class ResolveDeliveryDto {
  @ApiProperty({
    enum: ['resend', 'sent'],
    description: '`resend` a failed or open delivery, or say that an open one arrived.',
  })
  @IsIn(['resend', 'sent'])
  outcome!: 'resend' | 'sent';
}
