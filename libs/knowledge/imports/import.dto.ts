import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type ArticleImportBody,
  type Audience,
  AUDIENCES,
  IMPORT_KINDS,
  type ImportKind,
  type ImportResultBody,
  type ImportState,
} from '@satchel/contracts';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, MaxLength, Min } from 'class-validator';
import { LANGUAGE } from '../passages/language';

export class ImportFilesDto {
  @ApiPropertyOptional({ example: 'en', description: 'Of files and pages that do not say it themselves.' })
  @IsOptional()
  @Matches(LANGUAGE, { message: 'language must be a tag such as en or pt-br.' })
  language?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  section?: string;

  @ApiPropertyOptional({ enum: AUDIENCES, default: 'public' })
  @IsOptional()
  @IsIn(AUDIENCES)
  audience?: Audience;
}

export class ImportDto extends ImportFilesDto {
  @ApiProperty({ enum: ['url', 'site'], description: 'One page, or the help centre below it.' })
  @IsIn(['url', 'site'])
  kind!: 'url' | 'site';

  @ApiProperty({ example: 'https://help.example.com/en' })
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(2_000)
  url!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 500, default: 100, description: 'Of a site.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(500)
  mostPages?: number;
}

class ImportResultDto implements ImportResultBody {
  @ApiProperty() source!: string;
  @ApiProperty({ enum: ['created', 'updated', 'unchanged', 'skipped', 'failed'] })
  outcome!: ImportResultBody['outcome'];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) articleId!: string | null;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
}

export class ArticleImportDto implements ArticleImportBody {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: IMPORT_KINDS }) kind!: ImportKind;
  @ApiProperty() source!: string;
  @ApiProperty({ enum: ['queued', 'running', 'done', 'failed'] }) state!: ImportState;
  @ApiProperty({ type: 'integer' }) done!: number;
  @ApiProperty({ type: 'integer', nullable: true }) total!: number | null;
  @ApiProperty({ type: [ImportResultDto] }) results!: ImportResultDto[];
  @ApiProperty({ type: String, nullable: true }) error!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: string | null;
}

export class ArticleImportsDto {
  @ApiProperty({ type: [ArticleImportDto] }) data!: ArticleImportDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: null;
}
