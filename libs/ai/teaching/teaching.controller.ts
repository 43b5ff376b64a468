import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Page } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import type { ExampleDto } from './teaching.dto';
import { ExampleListDto, ExamplesQueryDto, ImportDto, ImportedDto, TeachDto, TrainedDto } from './teaching.dto';
import { TeachingService } from './teaching.service';

const PAGE = 50;

@ApiTags('AI')
@Controller('api/v1/ai')
export class TeachingController {
  constructor(private readonly teaching: TeachingService) {}

  @Get('examples')
  @ApiOperation({ summary: 'List what the built-in engine was taught', description: 'Newest first.' })
  @ApiOkResponse({ type: ExampleListDto })
  async list(@ReqCtx() ctx: Ctx, @Query() { limit = PAGE, cursor }: ExamplesQueryDto): Promise<Page<ExampleDto>> {
    const rows = await this.teaching.list(ctx, { limit: limit + 1, before: cursor ?? null });
    const data = rows.slice(0, limit).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
    return { data, nextCursor: rows.length > limit ? (data.at(-1)?.id ?? null) : null };
  }

  @Post('examples')
  @HttpCode(204)
  @ApiOperation({ summary: 'Teach what a message meant', description: 'Counts from the next message on.' })
  @ApiNoContentResponse({ description: 'Kept.' })
  @ApiNotFoundResponse({ description: 'No such ticket in this workspace.' })
  teach(@ReqCtx() ctx: Ctx, @Body() lesson: TeachDto): Promise<void> {
    return this.teaching.correct(ctx, lesson);
  }

  @Post('examples/import')
  @RequireRole('admin')
  @ApiOperation({ summary: 'Import messages with their intents', description: 'As a list or as CSV.' })
  @ApiCreatedResponse({ type: ImportedDto })
  import(@ReqCtx() ctx: Ctx, @Body() given: ImportDto): Promise<ImportedDto> {
    return this.teaching.import(ctx, given);
  }

  @Delete('examples/:id')
  @RequireRole('admin')
  @HttpCode(204)
  @ApiOperation({ summary: 'Forget an example' })
  @ApiNoContentResponse({ description: 'Forgotten.' })
  @ApiNotFoundResponse({ description: 'No such example in this workspace.' })
  forget(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.teaching.forget(ctx, id);
  }

  @Post('retrain')
  @RequireRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Train the built-in engine anew',
    description:
      'Answers with what each intent stands on. It also trains by itself when what it was taught has changed.',
  })
  @ApiOkResponse({ type: TrainedDto })
  retrain(@ReqCtx() ctx: Ctx): Promise<TrainedDto> {
    return this.teaching.retrain(ctx);
  }
}
