import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ConnectionSyncBody } from '@satchel/contracts';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { ConnectionSyncDto, StartSyncDto } from './sync.dto';
import { SyncService } from './sync.service';

@ApiTags('Connections')
@Controller('api/v1/connections')
export class SyncController {
  constructor(private readonly syncs: SyncService) {}

  @Get(':id/sync')
  @ApiOperation({
    summary: 'Read how far a shop is copied',
    description: 'Orders, customers and products are kept as the shop last told them, for when it does not answer.',
  })
  @ApiOkResponse({ type: ConnectionSyncDto })
  read(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ConnectionSyncBody> {
    return this.syncs.read(ctx, id);
  }

  @Post(':id/sync')
  @RequireRole('admin')
  @HttpCode(202)
  @ApiOperation({ summary: 'Copy a shop again', description: 'It begins at once. Needs the role admin.' })
  @ApiOkResponse({ type: ConnectionSyncDto })
  async start(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() wish: StartSyncDto,
  ): Promise<ConnectionSyncBody> {
    await this.syncs.start(ctx, id, wish);
    return this.syncs.read(ctx, id);
  }
}
