import type { InstallThemeRequest, ThemeBody } from '@satchel/contracts';
import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import {
  ApiBadGatewayResponse,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { IsUUID } from 'class-validator';
import { ThemeService } from './theme.service';

export class ThemeDto implements ThemeBody {
  @ApiProperty({ description: "The chat's script is in the shop's pages." })
  installed!: boolean;
}

export class InstallThemeDto implements InstallThemeRequest {
  @ApiProperty({ format: 'uuid', description: 'The chat that the script opens.' })
  @IsUUID(undefined, { message: 'chatConnectionId must be the id of a chat connection.' })
  chatConnectionId!: string;
}

@ApiTags('Connections')
@Controller('api/v1/connections')
export class ThemeController {
  constructor(private readonly themes: ThemeService) {}

  @Get(':id/theme')
  @RequireRole('admin')
  @ApiOperation({
    summary: "Look whether the chat is in a shop's theme",
    description: 'Asks the shop now. Needs the role admin.',
  })
  @ApiOkResponse({ type: ThemeDto })
  @ApiConflictResponse({ description: 'This shop takes no scripts from us.' })
  read(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ThemeBody> {
    return this.themes.read(ctx, id);
  }

  @Put(':id/theme')
  @RequireRole('admin')
  @ApiOperation({
    summary: "Put the chat into a shop's theme",
    description: 'Once, however often it is asked for. Needs the role admin.',
  })
  @ApiOkResponse({ type: ThemeDto })
  @ApiConflictResponse({ description: 'This shop takes no scripts from us, or that is no chat.' })
  @ApiBadGatewayResponse({ description: 'The shop refused, in its words.' })
  install(
    @ReqCtx() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { chatConnectionId }: InstallThemeDto,
  ): Promise<ThemeBody> {
    return this.themes.install(ctx, id, chatConnectionId);
  }

  @Delete(':id/theme')
  @RequireRole('admin')
  @ApiOperation({
    summary: "Take the chat out of a shop's theme",
    description: 'Only the script that is ours. Needs the role admin.',
  })
  @ApiOkResponse({ type: ThemeDto })
  @ApiBadGatewayResponse({ description: 'The shop refused, in its words.' })
  remove(@ReqCtx() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ThemeBody> {
    return this.themes.remove(ctx, id);
  }
}
