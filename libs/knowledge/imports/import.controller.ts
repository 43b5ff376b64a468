import type { ArticleImportBody } from '@satchel/contracts';
import { AppError, type Ctx, ReqCtx } from '@satchel/kernel';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ArticleImportDto, ArticleImportsDto, ImportDto, ImportFilesDto } from './import.dto';
import { ImportService } from './import.service';

const MOST_FILES = 20;
const MOST_BYTES = 10 * 1024 * 1024;

@ApiTags('articles')
@Controller('api/v1/articles/import')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Get()
  @ApiOperation({ summary: 'List imports', description: 'Newest first, at most 20.' })
  @ApiOkResponse({ type: ArticleImportsDto })
  async list(@ReqCtx() ctx: Ctx): Promise<ArticleImportsDto> {
    return { data: await this.imports.list(ctx), nextCursor: null };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read how far an import is' })
  @ApiOkResponse({ type: ArticleImportDto })
  @ApiNotFoundResponse()
  get(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ArticleImportBody> {
    return this.imports.get(ctx, id);
  }

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: 'Import a page or a help centre',
    description:
      'Drafts are made; nothing goes live by itself. Reading the same source again makes a new version of the same article. A site is read as its robots.txt allows.',
  })
  @ApiAcceptedResponse({ type: ArticleImportDto })
  start(@ReqCtx() ctx: Ctx, @Body() body: ImportDto): Promise<ArticleImportBody> {
    return body.kind === 'url' ? this.imports.fromUrl(ctx, body) : this.imports.fromSite(ctx, body);
  }

  @Post('files')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Import files',
    description: 'Markdown, text, HTML or PDF; at most 20 of 10 MB each. A file of the same name updates its article.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
      required: ['file'],
    },
  })
  @ApiAcceptedResponse({ type: ArticleImportDto })
  async files(
    @ReqCtx() ctx: Ctx,
    @Query() query: ImportFilesDto,
    @Req() request: FastifyRequest,
  ): Promise<ArticleImportBody> {
    return this.imports.fromFiles(ctx, await filesOf(request), query);
  }
}

async function filesOf(request: FastifyRequest): Promise<{ name: string; content: Buffer }[]> {
  if (!request.isMultipart())
    throw new AppError('not_multipart', 415, 'Send the files as multipart/form-data, in the field "file".');
  const files: { name: string; content: Buffer }[] = [];
  try {
    for await (const part of request.files({ limits: { fileSize: MOST_BYTES, files: MOST_FILES } })) {
      files.push({ name: part.filename, content: await part.toBuffer() });
      if (part.file.truncated) throw tooLarge();
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge();
    if (code === 'FST_FILES_LIMIT') throw new AppError('too_many_files', 413, `At most ${MOST_FILES} files at once.`);
    throw error;
  }
  if (files.length === 0) throw new AppError('no_file', 400, 'There is no file in the field "file".');
  return files;
}

const tooLarge = (): AppError => new AppError('file_too_large', 413, 'A file may have at most 10 MB.');
