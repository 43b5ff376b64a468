import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { CustomerMergeBody } from '@satchel/contracts';
import { AppError, type Ctx, ReqCtx } from '@satchel/kernel';
import { CustomerMergeDto, CustomerMergesDto, MergeCustomerDto } from './merge.dto';
import { type MergeRefusal, MergeService } from './merge.service';

const STATUS: Partial<Record<MergeRefusal['code'], number>> = {
  not_found: 404,
  no_such_merge: 404,
  same_customer: 422,
  people_only: 403,
};

@ApiTags('Customers')
@Controller('api/v1/customers')
export class MergeController {
  constructor(private readonly merges: MergeService) {}

  @Post(':id/merge')
  @HttpCode(201)
  @ApiOperation({
    summary: 'Merge another customer into this one',
    description: 'Addresses and tickets move here. Where a ticket is answered to stays as it was. It can be undone.',
  })
  @ApiCreatedResponse({ type: CustomerMergeDto })
  @ApiNotFoundResponse({ description: 'One of them is no customer of this workspace.' })
  @ApiConflictResponse({ description: 'One of them was merged already.' })
  async merge(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MergeCustomerDto,
  ): Promise<CustomerMergeBody> {
    return accepted(await this.merges.merge(ctx, id, body.otherId));
  }

  @Get(':id/merges')
  @ApiOperation({ summary: 'List the merges that a customer took part in', description: 'Newest first, at most 50.' })
  @ApiOkResponse({ type: CustomerMergesDto })
  async list(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<CustomerMergesDto> {
    return { data: await this.merges.ofCustomer(ctx, id), nextCursor: null };
  }

  @Post('merges/:mergeId/undo')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Undo a merge',
    description: 'Addresses and tickets that moved go back, with what was opened from those addresses since.',
  })
  @ApiOkResponse({ type: CustomerMergeDto })
  @ApiNotFoundResponse({ description: 'No such merge in this workspace.' })
  @ApiConflictResponse({ description: 'Undone already, or a later merge stands on it.' })
  async undo(@ReqCtx() ctx: Ctx, @Param('mergeId', ParseUUIDPipe) mergeId: string): Promise<CustomerMergeBody> {
    return accepted(await this.merges.undo(ctx, mergeId));
  }
}

function accepted(result: Awaited<ReturnType<MergeService['merge']>>): CustomerMergeBody {
  if (result.ok) return result.merge;
  throw new AppError(result.code, STATUS[result.code] ?? 409, result.message);
}
