import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AiSettingsBody } from '@satchel/contracts';
import type { Ctx } from '@satchel/kernel';
import { ReqCtx, RequireRole } from '@satchel/kernel';
import { AiSettingsDto, UpdateAiSettingsDto } from './ai-settings.dto';
import { AiSettings } from './ai-settings.service';

@ApiTags('AI')
@Controller('api/v1/ai/settings')
export class AiSettingsController {
  constructor(private readonly settings: AiSettings) {}

  @Get()
  @ApiOperation({ summary: "Read the AI's settings" })
  @ApiOkResponse({ type: AiSettingsDto })
  read(@ReqCtx() ctx: Ctx): Promise<AiSettingsBody> {
    return this.settings.body(ctx);
  }

  @Patch()
  @RequireRole('admin')
  @ApiOperation({
    summary: "Change the AI's settings",
    description: 'For admins: the mode decides whether the AI writes to customers.',
  })
  @ApiOkResponse({ type: AiSettingsDto })
  update(@ReqCtx() ctx: Ctx, @Body() changes: UpdateAiSettingsDto): Promise<AiSettingsBody> {
    return this.settings.update(ctx, changes);
  }
}
