import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OrderBody } from '@satchel/contracts';
import { ReqCtx } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { noSuchOrder } from '../commerce.errors';
import { CommerceService } from '../commerce.service';
import { FindOrdersDto, FoundOrdersDto, OrderDto } from './order.dto';

@ApiTags('Orders')
@Controller('api/v1/orders')
export class OrderController {
  constructor(private readonly commerce: CommerceService) {}

  @Get()
  @ApiOperation({
    summary: 'Find orders',
    description: 'Asks every connected shop, by order number, by mail address, or by both.',
  })
  @ApiOkResponse({ type: FoundOrdersDto })
  @ApiBadRequestResponse({ description: 'Neither a number nor a mail address was given.' })
  async find(@ReqCtx() ctx: Ctx, @Query() query: FindOrdersDto): Promise<FoundOrdersDto> {
    const { orders, problems } = await this.commerce.findOrders(ctx, query);
    return { data: orders, nextCursor: null, problems };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an order', description: 'As the shop tells it now, with where its parcels are.' })
  @ApiOkResponse({ type: OrderDto })
  @ApiNotFoundResponse({ description: 'No such order in this workspace.' })
  async read(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<OrderBody> {
    const order = await this.commerce.order(ctx, id);
    if (!order) throw noSuchOrder();
    return order;
  }
}
