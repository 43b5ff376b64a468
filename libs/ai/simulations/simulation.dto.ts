import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AiReplayRequest, PolicyDocument, RunSimulationsRequest, SimulationDraft } from '@satchel/contracts';
import { PolicyDocumentDto } from '@satchel/policies';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const MOST_AT_ONCE = 200;

export class WriteSimulationDto {
  @ApiProperty({ type: Object, description: 'Customer, world, steps, answers and what is expected.' })
  @IsObject()
  document!: SimulationDraft;

  @ApiPropertyOptional({ description: 'Left out when all are run.' })
  @IsOptional()
  @IsBoolean()
  off?: boolean;
}

class DraftsDto {
  @ApiPropertyOptional({ type: [Object], description: 'Procedures as they would be published.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  procedures?: Record<string, unknown>[];

  @ApiPropertyOptional({ type: PolicyDocumentDto, description: 'Rules as they would be published.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => PolicyDocumentDto)
  policy?: PolicyDocument;
}

export class RunSimulationsDto implements RunSimulationsRequest {
  @ApiPropertyOptional({ type: [String], description: 'Left out: all.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  ids?: string[];

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 8, description: 'How often each, in other words.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(8)
  k?: number;

  @ApiPropertyOptional({ enum: ['built-in', 'configured'], default: 'built-in' })
  @IsOptional()
  @IsIn(['built-in', 'configured'])
  brain?: 'built-in' | 'configured';

  @ApiPropertyOptional({ type: DraftsDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => DraftsDto)
  draft?: DraftsDto;
}

export class AiReplayDto implements AiReplayRequest {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 90, default: 30 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(90)
  days?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 2000, default: 500 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2000)
  limit?: number;
}
