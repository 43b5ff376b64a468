import {
  type AttachmentBody,
  type Author,
  type AuthorKind,
  type CreateMessageRequest,
  DELIVERY_STATUSES,
  type DeliveryStatus,
  type MessageBody,
  type MessageDirection,
  type MessageKind,
  type Page,
} from '@satchel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
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

export class CreateMessageDto implements CreateMessageRequest {
  @ApiProperty({ enum: ['reply', 'note'], description: 'A reply goes to the customer; a note stays in the house.' })
  @IsIn(['reply', 'note'])
  kind!: 'reply' | 'note';
  @ApiProperty({ example: 'Your parcel left our warehouse this morning.' })
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
  @Matches(/^(?!(turn|draft):)/, { message: 'clientId may not begin with "turn:" or "draft:"' })
  clientId?: string;
  @ApiPropertyOptional({
    description: 'The newest message you have seen; refused with 409 `stale_ticket` when there is a newer one.',
  })
  @IsOptional()
  @IsUUID()
  lastSeenMessageId?: string;
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
