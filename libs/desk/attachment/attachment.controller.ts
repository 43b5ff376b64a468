import type { AttachmentBody } from '@satchel/contracts';
import { AppError, type Ctx, ReqCtx } from '@satchel/kernel';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AttachmentDto } from '../message/message.dto';
import { AttachmentService } from './attachment.service';

/** Types a browser may show in place; everything else is offered for saving (SVG and HTML can carry script). */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain', 'application/pdf']);

@ApiTags('attachments')
@Controller('api/v1/attachments')
export class AttachmentController {
  constructor(private readonly attachments: AttachmentService) {}

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: 'Upload a file, to be named in `attachments` of a message' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @ApiCreatedResponse({ type: AttachmentDto })
  async upload(@ReqCtx() ctx: Ctx, @Req() request: FastifyRequest): Promise<AttachmentBody> {
    if (!request.isMultipart())
      throw new AppError('no_file', 415, 'Send the file as multipart/form-data in the field "file".');
    const part: MultipartFile | undefined = await request.file();
    if (!part) throw new AppError('no_file', 422, 'Send the file in the field "file".');
    const content = await part.toBuffer();
    return this.attachments.upload(ctx, { filename: part.filename, contentType: part.mimetype, content });
  }

  @Get(':id')
  @ApiOperation({ summary: 'Download a file' })
  @ApiOkResponse({ description: 'The bytes.' })
  async download(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const opened = await this.attachments.open(ctx, id);
    if (!opened) throw new AppError('not_found', 404, 'This file does not exist in your workspace.');
    const { row, stream } = opened;
    const shown = SHOWN.has(row.contentType);
    const name = encodeURIComponent(row.filename);
    await reply
      .header('content-type', shown ? row.contentType : 'application/octet-stream')
      .header('content-length', row.size)
      .header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
      .header('content-security-policy', "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=31536000, immutable')
      .send(stream);
  }
}
