import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CustomerContextBody } from '@satchel/contracts';
import { ReqCtx } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { CommerceService } from '../commerce.service';
import { ContextQueryDto, CustomerContextDto } from './context.dto';

@ApiTags('Customers')
@Controller('api/v1/customers')
export class ContextController {
  constructor(private readonly commerce: CommerceService) {}

  @Get(':id/context')
  @ApiOperation({
    summary: "Read a customer's context",
    description:
      'What the connected systems know of them under their verified addresses, answered within a second: whoever is slow is shown as it last was, and `sources` says so. Facts are at most a minute old.',
  })
  @ApiOkResponse({ type: CustomerContextDto })
  @ApiNotFoundResponse({ description: 'No such customer in this workspace.' })
  read(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ContextQueryDto,
  ): Promise<CustomerContextBody> {
    return this.commerce.context(ctx, id, {
      unverified: query.include === 'unverified',
      fresh: query.fresh === 'true',
    });
  }
}
