import {
  type ActionPreviewBody,
  type CopilotAnswerBody,
  type CopilotAskRequest,
  type CopilotRewriteBody,
  type CopilotRewriteRequest,
  type CopilotSourceBody,
  type CopilotSuggestionsBody,
  type CopilotSummaryBody,
  REWRITE_LANGUAGES,
  REWRITE_STYLES,
  type RewriteLanguage,
  type RewriteStyle,
  type SuggestedActionBody,
  type SuggestedArticleBody,
} from '@satchel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';

const SOMETHING = /\S/;

export class CopilotAskDto implements CopilotAskRequest {
  @ApiProperty({ maxLength: 1000, example: 'When did she get her parcel?' })
  @IsString()
  @Length(1, 1000)
  @Matches(SOMETHING, { message: 'question must hold a question' })
  question!: string;
}

export class CopilotRewriteDto implements CopilotRewriteRequest {
  @ApiProperty({ maxLength: 4000 })
  @IsString()
  @Length(1, 4000)
  @Matches(SOMETHING, { message: 'text must hold words' })
  text!: string;

  @ApiProperty({ enum: REWRITE_STYLES, enumName: 'RewriteStyle' })
  @IsIn(REWRITE_STYLES)
  style!: RewriteStyle;

  @ApiPropertyOptional({ enum: REWRITE_LANGUAGES, enumName: 'RewriteLanguage', description: 'With `translate`.' })
  @IsOptional()
  @IsIn(REWRITE_LANGUAGES)
  language?: RewriteLanguage;
}

class CopilotSourceDto implements CopilotSourceBody {
  @ApiProperty({ example: 'Order #1001' }) label!: string;
  @ApiProperty({ example: 'paid, fulfilled' }) value!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Where and when it was read.' }) source!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'en/returns#2' }) cite!: string | null;
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
}

export class CopilotAnswerDto implements CopilotAnswerBody {
  @ApiProperty() text!: string;
  @ApiProperty({ type: [CopilotSourceDto] }) sources!: CopilotSourceDto[];
  @ApiProperty({ type: [String], description: 'Pieces of the text that nothing read backs.' }) unproven!: string[];
  @ApiProperty({ example: 'built-in' }) brain!: string;
}

export class CopilotRewriteAnswerDto implements CopilotRewriteBody {
  @ApiProperty() text!: string;
  @ApiProperty({ type: [String], description: 'What could not be compared.' }) unproven!: string[];
}

class SummaryPointDto {
  @ApiProperty() label!: string;
  @ApiProperty() value!: string;
}

export class CopilotSummaryDto implements CopilotSummaryBody {
  @ApiProperty() text!: string;
  @ApiProperty({ type: [SummaryPointDto] }) points!: SummaryPointDto[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The newest message it knows.' })
  upTo!: string | null;
  @ApiProperty({ example: 'built-in' }) brain!: string;
  @ApiProperty({ enum: REWRITE_LANGUAGES, enumName: 'RewriteLanguage', nullable: true })
  language!: RewriteLanguage | null;
}

class SuggestedActionDto implements SuggestedActionBody {
  @ApiProperty({ example: 'start_return' }) name!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) arguments!: Record<string, unknown>;
  @ApiProperty({ type: Object, nullable: true, description: 'What it would do, for whoever asks.' })
  preview!: ActionPreviewBody | null;
  @ApiProperty({ type: String, nullable: true, description: 'What is not known yet.' }) missing!: string | null;
  @ApiProperty({ description: "The customer's own words." }) why!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) orderId!: string | null;
  @ApiProperty({ type: String, nullable: true }) orderNumber!: string | null;
}

class SuggestedArticleDto implements SuggestedArticleBody {
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty({ example: 'en/returns#2' }) cite!: string;
}

export class CopilotSuggestionsDto implements CopilotSuggestionsBody {
  @ApiProperty({ type: [SuggestedActionDto], description: 'At most three.' }) actions!: SuggestedActionDto[];
  @ApiProperty({ type: [SuggestedArticleDto], description: 'At most three.' }) articles!: SuggestedArticleDto[];
}
