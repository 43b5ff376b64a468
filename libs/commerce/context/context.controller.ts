import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CustomerContextBody } from '@satchel/contracts';
import { ReqCtx } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { CommerceService } from '../commerce.service';
import { CustomerContextDto } from './context.dto';

@ApiTags('Customers')
@Controller('api/v1/customers')
export class ContextController {
  constructor(private readonly commerce: CommerceService) {}

  @Get(':id/context')
  @ApiOperation({
    summary: "Read a customer's context",
    description: 'Their orders and parcels, read live from the connected shops and carriers.',
  })
  @ApiOkResponse({ type: CustomerContextDto })
  @ApiNotFoundResponse({ description: 'No such customer in this workspace.' })
  read(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<CustomerContextBody> {
    return this.commerce.context(ctx, id);
  }
}
