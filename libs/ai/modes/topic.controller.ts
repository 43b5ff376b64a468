import { Body, Controller, Get, Param, ParseEnumPipe, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { AiMode, AiTier, AiTopic, AiTopicBody, AiTopicRule } from '@satchel/contracts';
import { AI_MODES, AI_TOPICS } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import { IsBoolean, IsIn, IsObject, IsOptional, ValidateBy } from 'class-validator';
import { Modes } from './modes.service';

const MOST_CHANNELS = 20;
const CHANNEL_NAME = /^[a-z][a-z0-9_]{0,39}$/;

function areChannels(value: unknown): boolean {
  const entries = Object.entries((value ?? {}) as Record<string, unknown>);
  return (
    entries.length <= MOST_CHANNELS &&
    entries.every(([name, mode]) => CHANNEL_NAME.test(name) && AI_MODES.includes(mode as AiMode))
  );
}

class QualityDto {
  @ApiProperty({ type: 'integer' }) right!: number;
  @ApiProperty({ type: 'integer' }) n!: number;
  @ApiProperty({ description: 'The lower end of the 95 % interval.' }) low!: number;
  @ApiProperty({ example: 0.98 }) target!: number;
  @ApiProperty({ type: 'integer', description: 'So many judged replies at least.' }) needed!: number;
}

class ReadingDto {
  @ApiProperty({ example: 'cancel_order' }) intent!: string;
  @ApiProperty({ type: 'integer' }) right!: number;
  @ApiProperty({ type: 'integer' }) n!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Null: what was judged here carries none yet.' })
  threshold!: number | null;
}

class TopicDto implements AiTopicBody {
  @ApiProperty({ enum: AI_TOPICS }) topic!: AiTopic;
  @ApiProperty({ example: 'Cancel an order' }) title!: string;
  @ApiProperty({ enum: ['R', 'K', 'W1', 'W2', 'W3', 'X', 'S'] }) tier!: AiTier;
  @ApiProperty({ enum: AI_MODES, nullable: true }) mode!: AiMode | null;
  @ApiProperty({ type: Object, example: { chat: 'auto' } }) channels!: Record<string, AiMode>;
  @ApiProperty() trusted!: boolean;
  @ApiProperty({ enum: AI_MODES }) effective!: AiMode;
  @ApiProperty({ example: '12 of 30 replies were judged; until then a person looks at each.' }) reason!: string;
  @ApiProperty({ type: QualityDto }) quality!: QualityDto;
  @ApiProperty({
    type: [ReadingDto],
    description: 'Wishes as the built-in engine read them, judged by what became of them.',
  })
  readings?: ReadingDto[];
}

class TopicListDto {
  @ApiProperty({ type: [TopicDto] }) data!: TopicDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

class UpdateTopicDto implements Partial<AiTopicRule> {
  @ApiPropertyOptional({ enum: AI_MODES, nullable: true, description: 'Null: as the default for this topic.' })
  @IsOptional()
  @IsIn([...AI_MODES, null])
  mode?: AiMode | null;

  @ApiPropertyOptional({ type: Object, example: { whatsapp: 'draft' }, description: 'Modes by channel.' })
  @IsOptional()
  @IsObject()
  @ValidateBy({
    name: 'areChannels',
    validator: {
      validate: areChannels,
      defaultMessage: () => `$property must be an object of modes (${AI_MODES.join(', ')}) under names of channels`,
    },
  })
  channels?: Record<string, AiMode>;

  @ApiPropertyOptional({ description: 'Automatic without waiting for judged replies.' })
  @IsOptional()
  @IsBoolean()
  trusted?: boolean;
}

@ApiTags('AI')
@Controller('api/v1/ai/topics')
export class TopicController {
  constructor(private readonly modes: Modes) {}

  @Get()
  @ApiOperation({ summary: 'List what the AI may do by itself, topic by topic, and how well it did' })
  @ApiOkResponse({ type: TopicListDto })
  async list(@ReqCtx() ctx: Ctx): Promise<TopicListDto> {
    return { data: await this.modes.topics(ctx), nextCursor: null };
  }

  @Patch(':topic')
  @RequireRole('admin')
  @ApiOperation({ summary: 'Set what the AI may do with one topic' })
  @ApiOkResponse({ type: TopicDto })
  set(
    @ReqCtx() ctx: Ctx,
    @Param('topic', new ParseEnumPipe(Object.fromEntries(AI_TOPICS.map((name) => [name, name])))) topic: AiTopic,
    @Body() patch: UpdateTopicDto,
  ): Promise<AiTopicBody> {
    return this.modes.setTopic(ctx, topic, patch);
  }
}
