import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReqCtx } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { CommerceService } from '../commerce.service';
import { FindProductsDto, ProductPageDto } from './product.dto';

const USUAL_LIMIT = 20;

@ApiTags('Products')
@Controller('api/v1/products')
export class ProductController {
  constructor(private readonly commerce: CommerceService) {}

  @Get()
  @ApiOperation({ summary: 'Find products', description: 'By words, by sku, or by both; what can be bought first.' })
  @ApiOkResponse({ type: ProductPageDto })
  async find(@ReqCtx() ctx: Ctx, @Query() { q, sku, limit }: FindProductsDto): Promise<ProductPageDto> {
    return { data: await this.commerce.products(ctx, { q, sku }, limit ?? USUAL_LIMIT), nextCursor: null };
  }
}
