import type { GapBody } from '@satchel/contracts';
import { type Ctx, ReqCtx } from '@satchel/kernel';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { GapsService } from './gaps.service';

class GapDto implements GapBody {
  @ApiProperty() question!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
  @ApiProperty({ format: 'date-time' }) lastAskedAt!: string;
  @ApiProperty({ type: [String] }) examples!: string[];
  @ApiProperty({ type: [String] }) questionIds!: string[];
}

class GapsDto {
  @ApiProperty({ type: [GapDto] }) data!: GapDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: null;
}

class DismissGapDto {
  @ApiProperty({ type: [String], description: 'As the gap names them.' })
  @IsArray()
  @ArrayMaxSize(1_000)
  @IsUUID(undefined, { each: true })
  questionIds!: string[];
}

class DismissedDto {
  @ApiProperty({ type: 'integer' }) dismissed!: number;
}

@ApiTags('articles')
@Controller('api/v1/articles/gaps')
export class GapsController {
  constructor(private readonly gaps: GapsService) {}

  @Get()
  @ApiOperation({
    summary: 'List what was asked and is answered nowhere',
    description: 'Of the last 30 days, from the help centre, the AI and people; alike questions together.',
  })
  @ApiOkResponse({ type: GapsDto })
  async list(@ReqCtx() ctx: Ctx): Promise<GapsDto> {
    return { data: await this.gaps.list(ctx), nextCursor: null };
  }

  @Post('dismiss')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a question off the list' })
  @ApiOkResponse({ type: DismissedDto })
  async dismiss(@ReqCtx() ctx: Ctx, @Body() { questionIds }: DismissGapDto): Promise<DismissedDto> {
    return { dismissed: await this.gaps.dismiss(ctx, questionIds) };
  }
}
