import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const EVENTS_PAGE = 100;
const EVENTS_PAGE_MAX = 500;

export class ListEventsDto {
  @ApiPropertyOptional({ description: 'The nextCursor of the last answer. Left out: from the very first event.' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  after?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: EVENTS_PAGE_MAX, default: EVENTS_PAGE })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: `limit must be a whole number from 1 to ${EVENTS_PAGE_MAX}.` })
  @Min(1, { message: 'limit must be at least 1.' })
  @Max(EVENTS_PAGE_MAX, { message: `limit must be at most ${EVENTS_PAGE_MAX}.` })
  limit?: number;

  @ApiPropertyOptional({
    description: 'Only these types, separated by commas.',
    example: 'ticket.created,message.received',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  types?: string;
}

export class EventActorDto {
  @ApiProperty({ example: 'person', description: 'person, api, customer, ai or system' })
  kind!: string;

  @ApiProperty({ type: String, nullable: true })
  id!: string | null;
}

export class EventDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Pass it as `after` to go on behind this event.' })
  cursor!: string;

  @ApiProperty({ example: 'ticket.created' })
  type!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId!: string | null;

  @ApiProperty({ type: EventActorDto })
  actor!: EventActorDto;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { ticketId: '019a5f0e-6d3c-7c9e-8f59-0a4f1f6f2b11', number: 42, channel: 'email' },
  })
  payload!: unknown;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class EventPageDto {
  @ApiProperty({ type: [EventDto], description: 'Oldest first; empty when nothing new happened.' })
  data!: EventDto[];

  @ApiProperty({ description: 'Keep it: it resumes after the last of these events, now or in a week.' })
  nextCursor!: string;
}
