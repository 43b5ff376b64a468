import type { Page } from '@satchel/contracts';
import { AppError, type Ctx, ReqCtx, RequireRole } from '@satchel/kernel';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { BLOCK_KINDS, type BlockKind, type BlockRule, BlockRuleQueries } from './block-rule.queries';

class NewBlockRuleDto {
  @ApiProperty({
    enum: BLOCK_KINDS,
    description: 'A whole address, a domain with all below it, or a regular expression.',
  })
  @IsIn(BLOCK_KINDS)
  kind!: BlockKind;
  @ApiProperty({ example: 'spam.example' })
  @IsString()
  @Length(2, 320)
  value!: string;
}

class BlockRuleDto implements BlockRule {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: BLOCK_KINDS }) kind!: BlockKind;
  @ApiProperty() value!: string;
  @ApiProperty({ description: 'Messages it kept out.' }) hits!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastHitAt!: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
}

class BlockRulePageDto implements Page<BlockRule> {
  @ApiProperty({ type: [BlockRuleDto] }) data!: BlockRuleDto[];
  @ApiProperty({ nullable: true, type: String, description: 'Always null.' }) nextCursor!: string | null;
}

@ApiTags('messages')
@Controller('api/v1/block-rules')
export class BlockRuleController {
  constructor(private readonly rules: BlockRuleQueries) {}

  @Get()
  @ApiOperation({ summary: 'List whom the shop does not want to hear from' })
  @ApiOkResponse({ type: BlockRulePageDto })
  async list(@ReqCtx() ctx: Ctx): Promise<Page<BlockRule>> {
    return { data: await this.rules.list(ctx), nextCursor: null };
  }

  @Post()
  @RequireRole('lead')
  @ApiOperation({
    summary: 'Block a sender',
    description: 'What they write stays in the ledger, unrouted; taking the rule back lets it be routed again.',
  })
  @ApiCreatedResponse({ type: BlockRuleDto })
  async add(@ReqCtx() ctx: Ctx, @Body() { kind, value }: NewBlockRuleDto): Promise<BlockRule> {
    const spelled = kind === 'pattern' ? value : value.trim().toLowerCase().replace(/^@/, '');
    if (kind === 'pattern' && !(await this.rules.isPattern(ctx, spelled)))
      throw new AppError('bad_pattern', 422, 'This is not a regular expression that PostgreSQL can read.', {
        errors: [{ field: 'value', message: 'is not a regular expression' }],
      });
    return this.rules.add(ctx, kind, spelled);
  }

  @Delete(':id')
  @RequireRole('lead')
  @HttpCode(204)
  @ApiOperation({ summary: 'Unblock a sender' })
  @ApiNoContentResponse()
  async remove(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    if (!(await this.rules.remove(ctx, id))) throw new AppError('not_found', 404, 'There is no such rule here.');
  }
}
