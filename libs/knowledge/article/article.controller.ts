import type { ArticleBody, ArticlePage } from '@satchel/contracts';
import { type Ctx, ReqCtx, RequireRole } from '@satchel/kernel';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { KnowledgeService } from '../knowledge.service';
import { htmlOf } from '../markdown/markdown';
import {
  ArticleDto,
  ArticlePageDto,
  ArticleVersionsDto,
  ChangeArticleDto,
  ListArticlesDto,
  NewArticleDto,
  PassagesDto,
  PhrasingInputDto,
  PreviewDto,
  PreviewedDto,
  SearchArticlesDto,
  TranslationInputDto,
} from './article.dto';
import { ArticleService } from './article.service';

@ApiTags('articles')
@Controller('api/v1/articles')
export class ArticleController {
  constructor(
    private readonly articles: ArticleService,
    private readonly knowledge: KnowledgeService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List articles', description: 'The last changed first.' })
  @ApiOkResponse({ type: ArticlePageDto })
  list(@ReqCtx() ctx: Ctx, @Query() query: ListArticlesDto): Promise<ArticlePage> {
    return this.articles.list(ctx, { ...query, language: query.language?.toLowerCase() });
  }

  @Get('search')
  @ApiOperation({
    summary: 'Find the passages that answer a question',
    description: 'Among published articles, the best passage of each. What finds nothing good is on the list of gaps.',
  })
  @ApiOkResponse({ type: PassagesDto })
  async search(@ReqCtx() ctx: Ctx, @Query() query: SearchArticlesDto): Promise<PassagesDto> {
    const { q, language, audience = 'internal', limit } = query;
    const data = await this.knowledge.search(ctx, { query: q, language, audience, limit, askedBy: 'person' });
    return { data, nextCursor: null };
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'See Markdown as the help centre shows it' })
  @ApiOkResponse({ type: PreviewedDto })
  preview(@Body() { body }: PreviewDto): PreviewedDto {
    return { html: htmlOf(body) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an article' })
  @ApiOkResponse({ type: ArticleDto })
  @ApiNotFoundResponse()
  get(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ArticleBody> {
    return this.articles.get(ctx, id);
  }

  @Post()
  @ApiOperation({ summary: 'Write an article', description: 'A draft: publishing is a step of its own.' })
  @ApiCreatedResponse({ type: ArticleDto })
  create(@ReqCtx() ctx: Ctx, @Body() body: NewArticleDto): Promise<ArticleBody> {
    return this.articles.create(ctx, body);
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Change an article',
    description: 'A new title or text is a new version; readers see the published one until the new one is published.',
  })
  @ApiOkResponse({ type: ArticleDto })
  @ApiConflictResponse({ description: 'Somebody saved since `expectedVersion`.' })
  change(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ChangeArticleDto,
  ): Promise<ArticleBody> {
    return this.articles.change(ctx, id, body);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @RequireRole('lead')
  @ApiOperation({ summary: 'Publish the newest version', description: 'Needs the role lead.' })
  @ApiOkResponse({ type: ArticleDto })
  publish(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ArticleBody> {
    return this.articles.publish(ctx, id);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @RequireRole('lead')
  @ApiOperation({ summary: 'Take an article off the help centre and out of the search' })
  @ApiOkResponse({ type: ArticleDto })
  archive(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ArticleBody> {
    return this.articles.archive(ctx, id);
  }

  @Get(':id/versions')
  @ApiOperation({ summary: 'List the versions of an article', description: 'Newest first, at most 200.' })
  @ApiOkResponse({ type: ArticleVersionsDto })
  async versions(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ArticleVersionsDto> {
    return { data: await this.articles.versions(ctx, id), nextCursor: null };
  }

  @Post(':id/versions/:version/restore')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make the words of an old version the newest ones' })
  @ApiOkResponse({ type: ArticleDto })
  restore(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<ArticleBody> {
    return this.articles.restore(ctx, id, version);
  }

  @Post(':id/translations')
  @ApiOperation({ summary: 'Write the translation of an article' })
  @ApiCreatedResponse({ type: ArticleDto })
  @ApiConflictResponse({ description: 'There is one in this language.' })
  async translate(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: TranslationInputDto,
  ): Promise<ArticleBody> {
    const { audience, tags, reviewDays, section } = await this.articles.get(ctx, id);
    return this.articles.create(ctx, { section, ...body, audience, tags, reviewDays, translationOf: id });
  }

  @Post(':id/phrasings')
  @ApiOperation({
    summary: 'Teach another way to ask for an article',
    description: 'Four of them let far more questions find it.',
  })
  @ApiCreatedResponse({ type: ArticleDto })
  async teach(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text }: PhrasingInputDto,
  ): Promise<ArticleBody> {
    await this.knowledge.teach(ctx, { articleId: id, question: text });
    return this.articles.get(ctx, id);
  }

  @Delete(':id/phrasings/:phrasingId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget a way to ask for an article' })
  @ApiNoContentResponse()
  async unteach(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('phrasingId', ParseUUIDPipe) phrasingId: string,
  ): Promise<void> {
    await this.knowledge.unteach(ctx, id, phrasingId);
  }
}
