import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CustomOperationPage, OpenApiOperationsBody, OperationTrialBody } from '@satchel/contracts';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import type { FastifyRequest } from 'fastify';
import { CustomOperationPageDto, OpenApiOperationsDto, OperationTrialDto, TryOperationDto } from './custom-api.dto';
import { CustomOperations } from './custom-operations.service';
import { documentOf } from './openapi/document-of';
import { readOpenApi } from './openapi/read-openapi';

@ApiTags('Connections')
@Controller('api/v1/connections')
export class CustomOperationsController {
  constructor(private readonly operations: CustomOperations) {}

  @Get(':id/operations')
  @RequireRole('admin')
  @ApiOperation({
    summary: 'List the operations of a system of your own',
    description:
      'Also those that nobody ticked. Change them by the settings `operations` or `tools`. Needs the role admin.',
  })
  @ApiOkResponse({ type: CustomOperationPageDto })
  async list(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<CustomOperationPage> {
    return { data: await this.operations.list(ctx, id), nextCursor: null };
  }

  @Post(':id/operations/:name/try')
  @RequireRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try an operation',
    description: 'Asks the system for real and shows what left and what came back. Needs the role admin.',
  })
  @ApiOkResponse({ type: OperationTrialDto })
  try(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('name') name: string,
    @Body() input: TryOperationDto,
  ): Promise<OperationTrialBody> {
    return this.operations.try(ctx, id, name, input);
  }

  @Post('custom/openapi')
  @RequireRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Read operations out of an OpenAPI document',
    description:
      'OpenAPI 3.0 or 3.1 as JSON or YAML, at most 5 MB, as a file (or as `document` in JSON, at most 1 MB). ' +
      'Nothing is stored and nothing is fetched; references out of the document are refused. Needs the role admin.',
  })
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({
    schema: {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' }, document: { type: 'string' } },
    },
  })
  @ApiOkResponse({ type: OpenApiOperationsDto })
  async openapi(@Req() request: FastifyRequest): Promise<OpenApiOperationsBody> {
    return readOpenApi(await documentOf(request));
  }
}
