import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { ApiKeyBody, Page } from '@satchel/contracts';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { notFound } from '../identity.errors';
import { ApiKeyPageDto, CreateApiKeyDto, CreatedApiKeyDto } from './api-key.dto';
import { ApiKeyService } from './api-key.service';

@ApiTags('API keys')
@RequireRole('admin')
@Controller('api/v1/api-keys')
export class ApiKeyController {
  constructor(private readonly keys: ApiKeyService) {}

  @Get()
  @ApiOperation({ summary: 'List API keys', description: 'Keys that still work, newest first. Needs the role admin.' })
  @ApiOkResponse({ type: ApiKeyPageDto })
  async list(@ReqCtx() ctx: Ctx): Promise<Page<ApiKeyBody>> {
    return { data: await this.keys.list(ctx), nextCursor: null };
  }

  @Post()
  @ApiOperation({
    summary: 'Create an API key',
    description: 'The answer is the only time that the key is shown. Needs the role admin.',
  })
  @ApiCreatedResponse({ type: CreatedApiKeyDto })
  async create(@ReqCtx() ctx: Ctx, @Body() input: CreateApiKeyDto): Promise<CreatedApiKeyDto> {
    const { key, body } = await this.keys.create(ctx, input);
    return { ...body, key };
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Revoke an API key',
    description: 'It stops working within five seconds. Needs the role admin.',
  })
  @ApiNoContentResponse({ description: 'Revoked.' })
  @ApiNotFoundResponse({ description: 'No such key, or already revoked.' })
  async revoke(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    if (!(await this.keys.revoke(ctx, id))) throw notFound('API key');
  }
}
