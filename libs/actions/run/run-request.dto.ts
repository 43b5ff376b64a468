import {
  ACTION_RUN_STATES,
  type ActionRunState,
  type DeclineActionRequest,
  type ResolveActionRequest,
  type RunActionRequest,
} from '@satchel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

export class RunActionDto implements RunActionRequest {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { order: '#1003', amount: 2490 },
    description: 'As the schema of the action in the catalogue says.',
  })
  @IsObject()
  arguments!: Record<string, unknown>;

  @ApiPropertyOptional({ format: 'uuid', description: 'The ticket it is done for: its timeline tells it.' })
  @IsOptional()
  @IsUUID()
  ticketId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: "Left out: the ticket's customer." })
  @IsOptional()
  @IsUUID()
  customerId?: string;

  @ApiPropertyOptional({ description: 'The same one twice is one run; an Idempotency-Key header does as well.' })
  @IsOptional()
  @IsString()
  @Length(1, 255)
  clientId?: string;

  @ApiPropertyOptional({ description: 'Change nothing; tell what would be done and what the rules say of it.' })
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

export class ActionQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  ticketId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  customerId?: string;
}

export class CatalogueQuery extends ActionQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Tell what can be done with this order now, and why not.' })
  @IsOptional()
  @IsUUID()
  orderId?: string;
}

export class ListRunsQuery {
  @ApiPropertyOptional({ enum: ACTION_RUN_STATES, enumName: 'ActionRunState' })
  @IsOptional()
  @IsIn(ACTION_RUN_STATES)
  state?: ActionRunState;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  ticketId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  customerId?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' })
  @IsOptional()
  @IsString()
  cursor?: string;
}

export class DeclineDto implements DeclineActionRequest {
  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class ResolveDto implements ResolveActionRequest {
  @ApiProperty({ description: 'Whether it stands at the outside system.' })
  @IsBoolean()
  happened!: boolean;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}
