import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AiBudgetBody, AiMode, AiPersonalData, AiSettingsBody, AiTopicRule } from '@satchel/contracts';
import { AI_MODES, AI_PERSONAL_DATA } from '@satchel/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const MODE_WORDS =
  'off: silent; draft: people send what it writes; approve: the whole reply lies ready for one key; auto: it sends what passes the grounding gate.';
const DATA_WORDS =
  'What a model outside reads of a customer: tokens: names that stand for their name, addresses, phone and street; plain: themselves.';
const INFORMAL_WORDS = 'Customers are addressed as friends where a language knows the difference (du, je, tu, tú).';
const DAY_MINUTES = 24 * 60;

class PeopleOnlyDto {
  @ApiProperty({ type: [String], description: 'Customers of these loyalty tiers are answered by people.' })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  tiers!: string[];

  @ApiProperty({ type: [String], description: 'So are customers with one of these tags.' })
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  tags!: string[];
}

const Amount = (whole: boolean, most: number, description: string): PropertyDecorator => {
  return (target, name) => {
    const shown = ApiProperty({ type: whole ? 'integer' : 'number', minimum: 0, maximum: most, description });
    for (const one of [whole ? IsInt() : IsNumber(), Min(0), Max(most), shown]) one(target, name);
  };
};

export class AiBudgetDto implements AiBudgetBody {
  @Amount(true, 20, "A turn's calls of a model.") modelCalls!: number;
  @Amount(true, 40, "A turn's calls of tools.") toolCalls!: number;
  @Amount(true, 1e9, 'Above it the built-in engine answers alone until the next day (UTC).') callsPerDay!: number;
  @Amount(true, 1e12, 'Input and output together.') tokensPerDay!: number;
  @Amount(false, 1e6, 'Of a million tokens; 0: not counted.') inputPrice!: number;
  @Amount(false, 1e6, 'Of a million tokens; 0: not counted.') outputPrice!: number;
  @Amount(false, 1e9, 'In the currency of the prices; 0: no limit.') costPerDay!: number;
}

export class AiSettingsDto implements AiSettingsBody {
  @ApiProperty({ enum: AI_MODES, description: `The most that any topic may. ${MODE_WORDS}` })
  mode!: AiMode;

  @ApiProperty({ description: "The signature under the AI's own replies." })
  signature!: string;

  @ApiProperty({
    example: 'built-in',
    description: 'The model that answers first; the built-in engine stands behind it.',
  })
  brain!: string;

  @ApiProperty({
    type: 'integer',
    example: 100,
    description: 'Percent of the tickets that are answered by themselves.',
  })
  share!: number;

  @ApiProperty({ type: PeopleOnlyDto })
  people!: PeopleOnlyDto;

  @ApiProperty({ type: 'integer', description: 'Replies on one ticket within a day; then a person takes over.' })
  maxReplies!: number;

  @ApiProperty({ type: 'integer', description: 'When a ticket that was handed over counts as late.' })
  answerWithinMinutes!: number;

  @ApiProperty({ type: Object, description: 'What was set for single topics: see `GET /api/v1/ai/topics`.' })
  topics!: Partial<Record<string, AiTopicRule>>;

  @ApiProperty({ type: AiBudgetDto })
  budget?: AiBudgetDto;

  @ApiProperty({ enum: AI_PERSONAL_DATA, description: DATA_WORDS })
  personalData?: AiPersonalData;

  @ApiProperty({ description: 'Procedures that turn a simulation red are not published.' })
  blockOnRed?: boolean;

  @ApiProperty({ description: INFORMAL_WORDS })
  informal?: boolean;
}

export class UpdateAiSettingsDto {
  @ApiPropertyOptional({ enum: AI_MODES, description: MODE_WORDS })
  @IsOptional()
  @IsIn(AI_MODES)
  mode?: AiMode;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  signature?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 100 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  share?: number;

  @ApiPropertyOptional({ type: PeopleOnlyDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => PeopleOnlyDto)
  people?: PeopleOnlyDto;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 50 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(50)
  maxReplies?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 7 * DAY_MINUTES })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(7 * DAY_MINUTES)
  answerWithinMinutes?: number;

  @ApiPropertyOptional({ type: AiBudgetDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => AiBudgetDto)
  budget?: AiBudgetDto;

  @ApiPropertyOptional({ enum: AI_PERSONAL_DATA, description: DATA_WORDS })
  @IsOptional()
  @IsIn(AI_PERSONAL_DATA)
  personalData?: AiPersonalData;

  @ApiPropertyOptional({ description: 'Procedures that turn a simulation red are not published.' })
  @IsOptional()
  @IsBoolean()
  blockOnRed?: boolean;

  @ApiPropertyOptional({ description: INFORMAL_WORDS })
  @IsOptional()
  @IsBoolean()
  informal?: boolean;
}
