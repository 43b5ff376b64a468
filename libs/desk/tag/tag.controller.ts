import { type Ctx, ReqCtx } from '@satchel/kernel';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { TagQueries } from './tag.queries';

class TagPageDto {
  @ApiProperty({ type: [String], example: ['returns', 'vip'] }) data!: string[];
  @ApiProperty({ nullable: true, type: String }) nextCursor!: string | null;
}

@ApiTags('tags')
@Controller('api/v1/tags')
export class TagController {
  constructor(private readonly tags: TagQueries) {}

  @Get()
  @ApiOperation({ summary: "The workspace's tags" })
  @ApiOkResponse({ type: TagPageDto })
  async list(@ReqCtx() ctx: Ctx): Promise<TagPageDto> {
    return { data: await this.tags.list(ctx), nextCursor: null };
  }
}
