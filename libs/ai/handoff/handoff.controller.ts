import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { HandoffBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { ReqCtx } from '@satchel/kernel';
import { Handoffs } from './handoffs.service';

class HandoffDto implements HandoffBody {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) ticketId!: string;
  @ApiProperty({ example: 1042 }) ticketNumber!: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) turnId!: string | null;
  @ApiProperty({ example: 'human_requested' }) reason!: string;
  @ApiProperty({ format: 'date-time' }) handedAt!: string;
  @ApiProperty({ format: 'date-time', description: 'When it counts as late.' }) dueAt!: string;
  @ApiProperty() late!: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'Place in the queue, from 1.' }) position!: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) toldAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) takenAt!: string | null;
}

class HandoffListDto {
  @ApiProperty({ type: [HandoffDto] }) data!: HandoffDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

@ApiTags('AI')
@Controller('api/v1/ai/handoffs')
export class HandoffController {
  constructor(private readonly handoffs: Handoffs) {}

  @Get()
  @ApiOperation({ summary: 'List the tickets that wait for a person, the longest wait first' })
  @ApiOkResponse({ type: HandoffListDto, description: 'At most 200.' })
  async list(@ReqCtx() ctx: Ctx): Promise<HandoffListDto> {
    return { data: await this.handoffs.waiting(ctx), nextCursor: null };
  }
}
