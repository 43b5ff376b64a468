import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ConnectionBody, ConnectionHealth, ConnectorBody, Page } from '@satchel/contracts';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { connectorBodies } from '../registry';
import {
  ConnectionDto,
  ConnectionHealthDto,
  ConnectionPageDto,
  ConnectionQueryDto,
  ConnectorPageDto,
  CreateConnectionDto,
  UpdateConnectionDto,
} from './connection.dto';
import { ConnectionService } from './connection.service';
import { OAuthService } from './oauth.service';

@ApiTags('Connections')
@Controller('api/v1')
export class ConnectionController {
  constructor(
    private readonly connections: ConnectionService,
    private readonly oauth: OAuthService,
  ) {}

  @Get('connectors')
  @ApiOperation({
    summary: 'List connectors',
    description: 'Every outside system that can be connected, with its settings form.',
  })
  @ApiOkResponse({ type: ConnectorPageDto })
  connectors(): Page<ConnectorBody> {
    return { data: connectorBodies(this.oauth.redirectUri), nextCursor: null };
  }

  @Get('connections')
  @ApiOperation({ summary: 'List connections', description: 'Credentials are never part of an answer.' })
  @ApiOkResponse({ type: ConnectionPageDto })
  async list(@ReqCtx() ctx: Ctx, @Query() query: ConnectionQueryDto): Promise<Page<ConnectionBody>> {
    return { data: await this.connections.list(ctx, query.kind), nextCursor: null };
  }

  @Get('connections/:id')
  @ApiOperation({ summary: 'Read a connection' })
  @ApiOkResponse({ type: ConnectionDto })
  get(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ConnectionBody> {
    return this.connections.get(ctx, id);
  }

  @Post('connections')
  @RequireRole('admin')
  @ApiOperation({ summary: 'Connect an outside system', description: 'Needs the role admin.' })
  @ApiCreatedResponse({ type: ConnectionDto })
  create(@ReqCtx() ctx: Ctx, @Body() input: CreateConnectionDto): Promise<ConnectionBody> {
    const { connectorId, label, address, credentials } = input;
    return this.connections.create(ctx, { connectorId, label, address, credentials });
  }

  @Patch('connections/:id')
  @RequireRole('admin')
  @ApiOperation({ summary: 'Change a connection', description: 'Needs the role admin.' })
  @ApiOkResponse({ type: ConnectionDto })
  update(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: UpdateConnectionDto,
  ): Promise<ConnectionBody> {
    const { label, address, enabled, credentials } = input;
    return this.connections.update(ctx, id, { label, address, enabled, credentials });
  }

  @Delete('connections/:id')
  @RequireRole('admin')
  @HttpCode(204)
  @ApiOperation({ summary: 'Disconnect', description: 'Needs the role admin. Tickets and their messages stay.' })
  @ApiNoContentResponse()
  remove(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.connections.remove(ctx, id);
  }

  @Post('connections/:id/check')
  @RequireRole('admin')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Try a connection',
    description: 'Signs in for real and answers how it went. Needs the role admin.',
  })
  @ApiOkResponse({ type: ConnectionHealthDto })
  check(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ConnectionHealth> {
    return this.connections.check(ctx, id);
  }
}
