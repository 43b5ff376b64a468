import { Public } from '@satchel/kernel';
import { Controller, Get, Headers, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FileQuery } from './attachment.dto';
import { badRange } from './attachment.errors';
import { AttachmentService } from './attachment.service';
import { isShown, servedType } from './attachment-type';
import { rangeOf } from './byte-range';
import { contentDisposition } from './file-name';

/** Whatever a file holds, it runs nothing and asks for nothing. */
const CONFINED = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; sandbox";

/** Bytes for whoever holds a signed address: browsers that were sent here, and vendors that fetch our media. */
@ApiExcludeController()
@Controller('files')
export class FileController {
  constructor(private readonly attachments: AttachmentService) {}

  @Public()
  @Get(':id')
  async file(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() address: FileQuery,
    @Headers('range') wanted: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const row = await this.attachments.byAddress(id, address);
    const range = rangeOf(wanted, row.size);
    if (range === 'unsatisfiable') {
      reply.header('content-range', `bytes */${row.size}`);
      throw badRange();
    }
    const stream = await this.attachments.stream(row, range ?? undefined);
    if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${row.size}`);
    const how = isShown(row.contentType) && address.d !== '1' ? 'inline' : 'attachment';
    await reply
      .header('content-type', servedType(row.contentType))
      .header('content-length', range ? range.end - range.start + 1 : row.size)
      .header('accept-ranges', 'bytes')
      .header('content-disposition', contentDisposition(how, row.filename))
      .header('content-security-policy', CONFINED)
      // The chat on a shop's page shows pictures of ours; the signature says who may.
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'private, max-age=300')
      .send(stream);
  }
}
