import {
  ENVELOPE_STATES,
  type EnvelopeBody,
  type EnvelopeState,
  type Page,
  type ReconciliationBody,
} from '@satchel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

export class EnvelopeQueryDto {
  @ApiPropertyOptional({ enum: ENVELOPE_STATES }) @IsOptional() @IsIn(ENVELOPE_STATES) state?: EnvelopeState;
  @ApiPropertyOptional({ format: 'uuid', description: 'Of this connection only.' })
  @IsOptional()
  @IsUUID()
  connection?: string;
  @ApiPropertyOptional({ description: 'A part of the sender, the subject or the message id.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' }) @IsOptional() @IsString() cursor?: string;
}

export class EnvelopeDto implements EnvelopeBody {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) connectionId!: string;
  @ApiProperty({ example: 'CAF1x@mail.example.com' }) externalId!: string;
  @ApiProperty({ enum: ENVELOPE_STATES }) state!: EnvelopeState;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was put aside or passed over.' })
  reason!: string | null;
  @ApiProperty({ type: String, nullable: true }) from!: string | null;
  @ApiProperty({ type: String, nullable: true }) subject!: string | null;
  @ApiProperty() bytes!: number;
  @ApiProperty({ format: 'date-time' }) receivedAt!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) messageId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) ticketId!: string | null;
}

export class EnvelopePageDto implements Page<EnvelopeBody> {
  @ApiProperty({ type: [EnvelopeDto] }) data!: EnvelopeDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class ReconcileDto {
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 90, default: 7 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(90)
  days = 7;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Fetch what is missing at once, up to 500 messages.',
  })
  @IsOptional()
  @IsBoolean()
  fetch = false;
}

export class BackfillDto {
  @ApiProperty({ minimum: 1, maximum: 365, example: 30 })
  @IsInt()
  @Min(1)
  @Max(365)
  days!: number;
}

export class ReconciliationDto implements ReconciliationBody {
  @ApiProperty({ format: 'uuid' }) connectionId!: string;
  @ApiProperty({ format: 'date-time' }) since!: string;
  @ApiProperty({ description: 'Messages at the source since then.' }) atSource!: number;
  @ApiProperty() routed!: number;
  @ApiProperty() ignored!: number;
  @ApiProperty({ description: 'Taken and not read yet, or arrived this minute.' }) waiting!: number;
  @ApiProperty() quarantined!: number;
  @ApiProperty({ type: [String], description: 'At the source and not here.', example: ['INBOX/1700000000/4711'] })
  missing!: string[];
  @ApiProperty({ format: 'date-time' }) at!: string;
}
