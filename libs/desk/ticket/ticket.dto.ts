import {
  AI_STATES,
  type AiState,
  type CreateTicketRequest,
  type CustomerRef,
  type MessageDirection,
  type Page,
  TICKET_STATUSES,
  TICKET_VIEWS,
  type TicketBody,
  type TicketStatus,
  type TicketView,
  type UpdateTicketRequest,
} from '@satchel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
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
import { MAX_TEXT } from '../limits';

const ASSIGNEE = /^(me|none|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export class ListTicketsQuery {
  @ApiPropertyOptional({ enum: TICKET_VIEWS }) @IsOptional() @IsIn(TICKET_VIEWS) view?: TicketView;
  @ApiPropertyOptional({ enum: TICKET_STATUSES }) @IsOptional() @IsIn(TICKET_STATUSES) status?: TicketStatus;
  @ApiPropertyOptional({ description: "A person's id, `me` or `none`.", example: 'me' })
  @IsOptional()
  @Matches(ASSIGNEE, { message: 'assignee is a person id, "me" or "none"' })
  assignee?: string;
  @ApiPropertyOptional({ example: 'returns' }) @IsOptional() @IsString() @MaxLength(60) tag?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() customerId?: string;
  @ApiPropertyOptional({ description: 'A ticket number, or words of subject, customer or last message.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
  @ApiPropertyOptional({ default: 50, minimum: 1, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' }) @IsOptional() @IsString() cursor?: string;
}

class NewCustomerDto {
  @ApiPropertyOptional({ example: 'anna@example.com' }) @IsOptional() @IsEmail() email?: string;
  @ApiPropertyOptional({ example: '+4930123456' })
  @IsOptional()
  @Matches(/^\+[1-9]\d{6,14}$/, { message: 'phone is an E.164 number, "+" and digits' })
  phone?: string;
  @ApiPropertyOptional({ example: 'Anna Bergmann' }) @IsOptional() @IsString() @MaxLength(200) name?: string;
}

class FirstMessageDto {
  @ApiProperty({ example: 'Where is my order #1001?' }) @IsString() @Length(1, MAX_TEXT) text!: string;
}

export class CreateTicketDto implements CreateTicketRequest {
  @ApiProperty({ example: 'Where is my parcel?' }) @IsString() @IsNotEmpty() @MaxLength(300) subject!: string;
  @ApiPropertyOptional({
    description: 'The channel that answers go out on; without one the ticket lives in the API alone.',
    example: 'email',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  channel?: string;
  @ApiProperty({ type: NewCustomerDto })
  @ValidateNested()
  @Type(() => NewCustomerDto)
  @IsNotEmpty()
  customer!: NewCustomerDto;
  @ApiProperty({ type: FirstMessageDto })
  @ValidateNested()
  @Type(() => FirstMessageDto)
  @IsNotEmpty()
  message!: FirstMessageDto;
}

export class UpdateTicketDto implements UpdateTicketRequest {
  @ApiPropertyOptional({ enum: TICKET_STATUSES }) @IsOptional() @IsIn(TICKET_STATUSES) status?: TicketStatus;
  @ApiPropertyOptional({ nullable: true, type: String, description: 'A person of this workspace; null: nobody.' })
  @ValidateIf((body: UpdateTicketDto) => body.assigneeId !== null && body.assigneeId !== undefined)
  @IsUUID()
  assigneeId?: string | null;
  @ApiPropertyOptional({ type: [String], example: ['returns'] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  tags?: string[];
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 300) subject?: string;
  @ApiPropertyOptional({ description: 'The version you read; refused with 409 when the ticket changed since.' })
  @IsOptional()
  @IsInt()
  expectedVersion?: number;
}

class CustomerRefDto implements CustomerRef {
  @ApiProperty() id!: string;
  @ApiProperty({ example: 'Anna Bergmann' }) name!: string;
  @ApiProperty({ nullable: true, type: String, example: 'anna@example.com' }) address!: string | null;
}

class AssigneeDto {
  @ApiProperty() id!: string;
  @ApiProperty({ example: 'Maya Lindqvist' }) name!: string;
}

export class TicketDto implements TicketBody {
  @ApiProperty() id!: string;
  @ApiProperty({ example: 42 }) number!: number;
  @ApiProperty({ example: 'Where is my parcel?' }) subject!: string;
  @ApiProperty({ enum: TICKET_STATUSES }) status!: TicketStatus;
  @ApiProperty({ example: 'email' }) channel!: string;
  @ApiProperty({ nullable: true, type: String }) connectionId!: string | null;
  @ApiProperty({ type: CustomerRefDto }) customer!: CustomerRefDto;
  @ApiProperty({ nullable: true, type: AssigneeDto }) assignee!: AssigneeDto | null;
  @ApiProperty({ type: [String] }) tags!: string[];
  @ApiProperty({ enum: AI_STATES }) aiState!: AiState;
  @ApiProperty() preview!: string;
  @ApiProperty({ format: 'date-time' }) lastMessageAt!: string;
  @ApiProperty({ enum: ['inbound', 'outbound', 'internal'] }) lastMessageDirection!: MessageDirection;
  @ApiProperty({ nullable: true, type: String, format: 'date-time' }) waitingSince!: string | null;
  @ApiProperty() messageCount!: number;
  @ApiProperty() version!: number;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
}

export class TicketPageDto implements Page<TicketBody> {
  @ApiProperty({ type: [TicketDto] }) data!: TicketDto[];
  @ApiProperty({ nullable: true, type: String }) nextCursor!: string | null;
}

export class TicketCountsDto implements Record<TicketView, number> {
  @ApiProperty({ example: 12, description: 'Counted up to 1000.' }) all!: number;
  @ApiProperty() mine!: number;
  @ApiProperty() unassigned!: number;
  @ApiProperty() ai_drafts!: number;
  @ApiProperty() ai_handed_over!: number;
  @ApiProperty() resolved!: number;
  @ApiProperty() spam!: number;
}

export class JoinTicketDto {
  @ApiProperty({ format: 'uuid', description: 'The ticket that takes the messages in.' })
  @IsUUID()
  intoId!: string;
}
