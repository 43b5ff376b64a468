import type {
  ProcedureBody,
  ProcedureListBody,
  ProcedurePartsBody,
  ProcedureProblemsBody,
  ProcedureVersionPage,
} from '@satchel/contracts';
import { type Ctx, ReqCtx, RequireRole } from '@satchel/kernel';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ChangeProcedureDto,
  CreateProcedureDto,
  ProcedureDto,
  ProcedureListDto,
  ProcedurePartsDto,
  ProcedureProblemsDto,
  ProcedureVersionPageDto,
} from './procedure.dto';
import { Publishing } from '../simulations/publishing.service';
import { Procedures } from './procedure.service';

@ApiTags('AI')
@Controller('api/v1/ai')
export class ProcedureController {
  constructor(
    private readonly procedures: Procedures,
    private readonly publishing: Publishing,
  ) {}

  @Get('procedures')
  @ApiOperation({ summary: 'List the procedures', description: "How the AI works customers' wishes, step by step." })
  @ApiOkResponse({ type: ProcedureListDto })
  list(@ReqCtx() ctx: Ctx): Promise<ProcedureListBody> {
    return this.procedures.list(ctx);
  }

  @Get('procedures/:name')
  @ApiOperation({ summary: 'Read a procedure' })
  @ApiOkResponse({ type: ProcedureDto })
  read(@ReqCtx() ctx: Ctx, @Param('name') name: string): Promise<ProcedureBody> {
    return this.procedures.get(ctx, name);
  }

  @Get('procedures/:name/versions')
  @ApiOperation({ summary: 'List the versions of a procedure, newest first', description: 'At most 100.' })
  @ApiOkResponse({ type: ProcedureVersionPageDto })
  versions(@ReqCtx() ctx: Ctx, @Param('name') name: string): Promise<ProcedureVersionPage> {
    return this.procedures.versions(ctx, name);
  }

  @Get('procedure-parts')
  @ApiOperation({ summary: 'What procedures can be made of', description: 'Facts, tools, phrases, reasons.' })
  @ApiOkResponse({ type: ProcedurePartsDto })
  async parts(): Promise<ProcedurePartsBody> {
    return (await import('./parts')).procedureParts();
  }

  @Post('procedures/check')
  @HttpCode(200)
  @RequireRole('admin')
  @ApiOperation({ summary: 'Check a procedure', description: 'Says which step is wrong; nothing is stored.' })
  @ApiOkResponse({ type: ProcedureProblemsDto })
  async check(@Body() { document }: CreateProcedureDto): Promise<ProcedureProblemsBody> {
    const result = (await import('./validate')).validate(document);
    return { problems: result.ok ? [] : result.problems };
  }

  @Post('procedures')
  @RequireRole('admin')
  @ApiOperation({ summary: 'Write a procedure of your own', description: 'For admins. 422 says which step is wrong.' })
  @ApiCreatedResponse({ type: ProcedureDto })
  create(@ReqCtx() ctx: Ctx, @Body() { document, ...caution }: CreateProcedureDto): Promise<ProcedureBody> {
    return this.publishing.create(ctx, document, caution);
  }

  @Put('procedures/:name')
  @RequireRole('admin')
  @ApiOperation({
    summary: 'Change a procedure',
    description: 'For admins. Earlier versions are kept; 422 says which step is wrong.',
  })
  @ApiOkResponse({ type: ProcedureDto })
  change(
    @ReqCtx() ctx: Ctx,
    @Param('name') name: string,
    @Body() { document, expectedVersion, ...caution }: ChangeProcedureDto,
  ): Promise<ProcedureBody> {
    return this.publishing.change(ctx, name, { document, expectedVersion }, caution);
  }

  @Delete('procedures/:name')
  @RequireRole('admin')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Reset a procedure',
    description: 'For admins. Back to what is shipped; one of your own is gone.',
  })
  @ApiNoContentResponse()
  reset(@ReqCtx() ctx: Ctx, @Param('name') name: string): Promise<void> {
    return this.procedures.reset(ctx, name);
  }
}
