import type { ConnectionSetupBody, SetupCheckBody } from '@satchel/contracts';
import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { ConnectionSetupDto, SetupCheckDto } from './setup.dto';
import { SetupService } from './setup.service';

@ApiTags('Connections')
@Controller('api/v1/connections')
export class SetupController {
  constructor(private readonly setups: SetupService) {}

  @Get(':id/setup')
  @RequireRole('admin')
  @ApiOperation({
    summary: 'Look whether the records of a channel stand',
    description: 'For mail: SPF, DKIM and DMARC, asked of DNS now. Needs the role admin.',
  })
  @ApiOkResponse({ type: ConnectionSetupDto })
  read(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ConnectionSetupBody> {
    return this.setups.read(ctx, id);
  }

  @Post(':id/dkim')
  @RequireRole('admin')
  @ApiOperation({
    summary: 'Make a DKIM key',
    description: 'Mail is signed with it at once; set the record that is answered. Needs the role admin.',
  })
  @ApiCreatedResponse({ type: SetupCheckDto })
  newKey(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<SetupCheckBody> {
    return this.setups.newKey(ctx, id);
  }
}
