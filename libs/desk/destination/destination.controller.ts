import { Channels } from '@satchel/connectors';
import type { DestinationOptionBody, MessageTemplateBody, Page } from '@satchel/contracts';
import { AppError, type Ctx, ReqCtx } from '@satchel/kernel';
import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AddressBlockService } from '../block/address-block.service';
import { DestinationPageDto, TemplatePageDto, TemplateQueryDto } from './destination.dto';
import { DestinationService } from './destination.service';

@ApiTags('messages')
@Controller('api/v1')
export class DestinationController {
  constructor(
    private readonly destinations: DestinationService,
    private readonly channels: Channels,
    private readonly blocks: AddressBlockService,
  ) {}

  @Get('tickets/:id/destinations')
  @ApiOperation({ summary: 'Ways to answer the customer of a ticket, and whether each is open now' })
  @ApiOkResponse({ type: DestinationPageDto })
  async list(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) ticketId: string): Promise<Page<DestinationOptionBody>> {
    const data = await this.destinations.options(ctx, ticketId);
    if (!data) throw new AppError('not_found', 404, 'This ticket does not exist in your workspace.');
    return { data, nextCursor: null };
  }

  @Get('connections/:id/templates')
  @ApiOperation({ summary: 'Approved messages for a closed reply window, as the vendor has them' })
  @ApiOkResponse({ type: TemplatePageDto })
  async templates(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: TemplateQueryDto,
  ): Promise<Page<MessageTemplateBody>> {
    return { data: await this.channels.templatesOf(ctx, id, query.fresh === 'true'), nextCursor: null };
  }

  @Delete('connections/:id/blocked-addresses/:address')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Write to an address again',
    description: 'After mail to it came back, or when its owner said so by other means than a START.',
  })
  @ApiNoContentResponse()
  async unblock(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) connectionId: string,
    @Param('address') address: string,
  ): Promise<void> {
    if (await this.blocks.unblock(ctx, { connectionId, address })) return;
    throw new AppError('not_found', 404, 'This address is not blocked on this connection.');
  }
}
