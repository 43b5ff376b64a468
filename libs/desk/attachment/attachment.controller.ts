import type { AttachmentBody } from '@satchel/contracts';
import { type Ctx, ReqCtx } from '@satchel/kernel';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AttachmentDto } from '../message/message.dto';
import { DownloadQuery } from './attachment.dto';
import { noFile, notMultipart, tooLarge } from './attachment.errors';
import { MAX_UPLOAD_BYTES } from './attachment.limits';
import { AttachmentService, type NewAttachment } from './attachment.service';
import { FetchService } from './fetch.service';

/** A thread drawn again within this time asks for nothing new; well below the life of the address it leads to. */
const REUSE_SECONDS = 60;

@ApiTags('attachments')
@Controller('api/v1/attachments')
export class AttachmentController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly fetches: FetchService,
  ) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({
    summary: 'Upload a file, to be named in `attachments` of a message',
    description: 'Up to 25 MB. Its type is read from its bytes. One that is not sent within a day is removed.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({ type: AttachmentDto })
  async upload(@ReqCtx() ctx: Ctx, @Req() request: FastifyRequest): Promise<AttachmentBody> {
    return this.attachments.upload(ctx, await fileOf(request));
  }

  @Get(':id')
  @ApiOperation({
    summary: 'Download a file',
    description: 'Leads to an address that works for five minutes without signing in.',
  })
  @ApiResponse({ status: 302, description: 'Where the bytes are.' })
  async download(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: DownloadQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const path = await this.attachments.path(ctx, id, { download: query.download === '1' });
    await reply
      .header('cache-control', `private, max-age=${REUSE_SECONDS}`)
      .header('vary', 'cookie, authorization')
      .redirect(path, 302);
  }

  @Post(':id/retry')
  @HttpCode(202)
  @ApiOperation({ summary: 'Fetch a file again that its channel did not give us' })
  @ApiOkResponse({ type: AttachmentDto })
  retry(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<AttachmentBody> {
    return this.fetches.retry(ctx, id);
  }
}

async function fileOf(request: FastifyRequest): Promise<NewAttachment> {
  if (!request.isMultipart()) throw notMultipart();
  try {
    const part: MultipartFile | undefined = await request.file({ limits: { fileSize: MAX_UPLOAD_BYTES, files: 1 } });
    if (!part) throw noFile();
    const content = await part.toBuffer();
    // The parser throws by itself, unless the limit was met exactly at the end of a chunk.
    if (part.file.truncated) throw tooLarge();
    return { filename: part.filename, contentType: part.mimetype, content };
  } catch (error) {
    throw (error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE' ? tooLarge() : error;
  }
}
