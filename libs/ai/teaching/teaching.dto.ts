import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import type { Trained } from './teaching.service';
import { MAX_IMPORT } from './teaching.service';

const TEXT = 4_000;
const CSV = 4_000_000;

export class LessonDto {
  @ApiProperty({ maxLength: TEXT, example: 'can you wrap it as a present' })
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  text!: string;

  @ApiProperty({ example: 'custom:gift-wrap', description: 'A known intent, or one of your own: "custom:name".' })
  @IsString()
  @MaxLength(60)
  intent!: string;
}

export class TeachDto extends LessonDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'The ticket whose message it is; it is forgotten with it.' })
  @IsOptional()
  @IsUUID()
  ticketId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The message of that ticket: what the AI took it for is judged by this.',
  })
  @IsOptional()
  @IsUUID()
  messageId?: string;
}

export class ImportDto {
  @ApiPropertyOptional({ type: [LessonDto], maxItems: MAX_IMPORT })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_IMPORT)
  @ValidateNested({ each: true })
  @Type(() => LessonDto)
  examples?: LessonDto[];

  @ApiPropertyOptional({ description: 'Lines of text,intent; a header line may name the columns.', maxLength: CSV })
  @IsOptional()
  @IsString()
  @MaxLength(CSV)
  csv?: string;
}

export class ExamplesQueryDto {
  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'The `nextCursor` of the page before.' })
  @IsOptional()
  @IsUUID()
  cursor?: string;
}

export class ExampleDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'As kept: addresses and long numbers are taken out.' })
  text!: string;

  @ApiProperty()
  intent!: string;

  @ApiProperty({ enum: ['import', 'correction'] })
  source!: 'import' | 'correction';

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  ticketId!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

export class ExampleListDto {
  @ApiProperty({ type: [ExampleDto] })
  data!: ExampleDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ImportedDto {
  @ApiProperty()
  imported!: number;
}

class TrainedIntentDto {
  @ApiProperty()
  intent!: string;

  @ApiProperty({ description: 'What the shop taught; our own sentences come on top.' })
  examples!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The score from which the classifier alone may decide. Null: the shop has too little data of its own.',
  })
  threshold!: number | null;

  @ApiProperty({ description: 'Decisions of the shop that the threshold is measured on.' })
  n!: number;
}

export class TrainedDto implements Trained {
  @ApiProperty()
  examples!: number;

  @ApiProperty()
  seconds!: number;

  @ApiProperty({ type: [TrainedIntentDto] })
  intents!: TrainedIntentDto[];
}
