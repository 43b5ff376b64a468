import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import {
  ARTICLE_SOURCES,
  ARTICLE_STATUSES,
  type ArticleBody,
  type ArticlePage,
  type ArticleSource,
  type ArticleStatus,
  type ArticleSummaryBody,
  type ArticleVersionBody,
  type Audience,
  AUDIENCES,
  type Author,
  type PassageBody,
} from '@satchel/contracts';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
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
  ValidateIf,
} from 'class-validator';
import { LANGUAGE } from '../passages/language';

const MOST_CHARS = 500_000;
const LANGUAGE_RULE = { message: 'language must be a tag such as en or pt-br.' };
const isTrue = ({ value }: { value: unknown }): unknown =>
  value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value;

export class NewArticleDto {
  @ApiProperty({ example: 'Returns and refunds' })
  @IsString()
  @Matches(/\S/, { message: 'title must not be empty.' })
  @Length(1, 300)
  title!: string;

  @ApiProperty({ description: 'Markdown. HTML in it is shown as text.' })
  @IsString()
  @MaxLength(MOST_CHARS)
  body!: string;

  @ApiProperty({ example: 'en' })
  @Matches(LANGUAGE, LANGUAGE_RULE)
  language!: string;

  @ApiPropertyOptional({ description: 'Stands in the address; made from the title when left out.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  slug?: string;

  @ApiPropertyOptional({ example: 'Orders' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  section?: string;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  tags?: string[];

  @ApiPropertyOptional({ enum: AUDIENCES, default: 'public' })
  @IsOptional()
  @IsIn(AUDIENCES)
  audience?: Audience;

  @ApiPropertyOptional({ type: 'integer', nullable: true, description: 'Days until somebody looks at it again.' })
  @IsOptional()
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(3_650)
  reviewDays?: number | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'The article that this one translates.' })
  @IsOptional()
  @IsUUID()
  translationOf?: string;
}

export class TranslationInputDto extends PickType(NewArticleDto, [
  'title',
  'body',
  'language',
  'slug',
  'section',
] as const) {}

export class ChangeArticleDto extends PartialType(
  PickType(NewArticleDto, ['title', 'body', 'slug', 'section', 'tags', 'audience', 'reviewDays'] as const),
) {
  @ApiPropertyOptional({ description: 'Somebody read it, and it is still true.' })
  @IsOptional()
  @IsBoolean()
  reviewed?: boolean;

  @ApiPropertyOptional({ type: 'integer', description: 'Refused with 409 when somebody saved since this version.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number;
}

export class ListArticlesDto {
  @ApiPropertyOptional({ enum: ARTICLE_STATUSES })
  @IsOptional()
  @IsIn(ARTICLE_STATUSES)
  status?: ArticleStatus;

  @ApiPropertyOptional({ example: 'en' })
  @IsOptional()
  @Matches(LANGUAGE, LANGUAGE_RULE)
  language?: string;

  @ApiPropertyOptional({ enum: AUDIENCES })
  @IsOptional()
  @IsIn(AUDIENCES)
  audience?: Audience;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  section?: string;

  @ApiPropertyOptional({ description: 'Part of the title or the text.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ description: 'Only those that somebody has to look at again.' })
  @IsOptional()
  @Transform(isTrue)
  @IsBoolean()
  due?: boolean;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export class SearchArticlesDto {
  @ApiProperty({ example: 'how do I send something back' })
  @IsString()
  @Length(1, 4_000)
  q!: string;

  @ApiPropertyOptional({ example: 'en' })
  @IsOptional()
  @Matches(LANGUAGE, LANGUAGE_RULE)
  language?: string;

  @ApiPropertyOptional({ enum: AUDIENCES, default: 'internal', description: 'public: what a customer may read.' })
  @IsOptional()
  @IsIn(AUDIENCES)
  audience?: Audience;

  @ApiPropertyOptional({ minimum: 1, maximum: 20, default: 5 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  limit?: number;
}

export class PhrasingInputDto {
  @ApiProperty({ example: 'can I get my money back' })
  @IsString()
  @Length(3, 500)
  text!: string;
}

export class PreviewDto {
  @ApiProperty()
  @IsString()
  @MaxLength(MOST_CHARS)
  body!: string;
}

class SourceDto {
  @ApiProperty({ enum: ARTICLE_SOURCES }) kind!: ArticleSource;
  @ApiProperty({ type: String, nullable: true }) ref!: string | null;
}

class HelpfulDto {
  @ApiProperty({ type: 'integer' }) yes!: number;
  @ApiProperty({ type: 'integer' }) no!: number;
}

export class ArticleSummaryDto implements ArticleSummaryBody {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() title!: string;
  @ApiProperty() language!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() section!: string;
  @ApiProperty({ type: [String] }) tags!: string[];
  @ApiProperty({ enum: AUDIENCES }) audience!: Audience;
  @ApiProperty({ enum: ARTICLE_STATUSES }) status!: ArticleStatus;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'integer', nullable: true }) publishedVersion!: number | null;
  @ApiProperty({ type: SourceDto }) source!: SourceDto;
  @ApiProperty({ format: 'date-time' }) reviewedAt!: string;
  @ApiProperty({ type: 'integer', nullable: true }) reviewDays!: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) reviewDueAt!: string | null;
  @ApiProperty({ type: HelpfulDto }) helpful!: HelpfulDto;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
}

class TranslationDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() language!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: ARTICLE_STATUSES }) status!: ArticleStatus;
}

class PhrasingDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() text!: string;
}

export class ArticleDto extends ArticleSummaryDto implements ArticleBody {
  @ApiProperty({ description: 'Markdown, of the newest version.' }) body!: string;
  @ApiProperty({ description: 'Safe HTML.' }) html!: string;
  @ApiProperty({ type: [TranslationDto] }) translations!: TranslationDto[];
  @ApiProperty({ type: [PhrasingDto] }) phrasings!: PhrasingDto[];
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class ArticlePageDto implements ArticlePage {
  @ApiProperty({ type: [ArticleSummaryDto] }) data!: ArticleSummaryDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class ArticleVersionDto implements ArticleVersionBody {
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty() title!: string;
  @ApiProperty() body!: string;
  @ApiProperty({ type: Object }) author!: Author;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

export class ArticleVersionsDto {
  @ApiProperty({ type: [ArticleVersionDto] }) data!: ArticleVersionDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: null;
}

export class PassageDto implements PassageBody {
  @ApiProperty({ example: 'en/returns#1' }) cite!: string;
  @ApiProperty({ format: 'uuid' }) articleId!: string;
  @ApiProperty() title!: string;
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, nullable: true }) url!: string | null;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
  @ApiProperty({ description: '0 to about 1; good for ordering alone.' }) score!: number;
  @ApiProperty({ description: 'How far its article stands before the next one.' }) gap!: number;
}

export class PassagesDto {
  @ApiProperty({ type: [PassageDto] }) data!: PassageDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: null;
}

export class PreviewedDto {
  @ApiProperty({ description: 'Safe HTML, as the help centre shows it.' }) html!: string;
}
