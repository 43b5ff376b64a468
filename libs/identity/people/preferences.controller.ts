import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { NotifyPreferences, PreferencesBody, UpdatePreferencesRequest } from '@satchel/contracts';
import { ReqCtx } from '@satchel/kernel';
import type { Ctx } from '@satchel/kernel';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { PreferencesService } from './preferences.service';

class NotifyDto implements NotifyPreferences {
  @ApiProperty({ description: 'A ticket was assigned to me.' }) assigned!: boolean;
  @ApiProperty({ description: 'A customer wrote on a ticket of mine.' }) replied!: boolean;
}

class PreferencesDto implements PreferencesBody {
  @ApiProperty({ type: Number, nullable: true, description: "Null: the desk's." }) undoSeconds!: number | null;
  @ApiProperty({ type: NotifyDto, description: 'What to tell by mail.' }) notify!: NotifyDto;
}

class UpdateNotifyDto {
  @ApiPropertyOptional() @IsOptional() @IsBoolean() assigned?: boolean;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() replied?: boolean;
}

class UpdatePreferencesDto implements UpdatePreferencesRequest {
  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0, maximum: 30 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(30)
  undoSeconds?: number | null;
  @ApiPropertyOptional({ type: UpdateNotifyDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => UpdateNotifyDto)
  notify?: UpdateNotifyDto;
}

@ApiTags('People')
@Controller('api/v1/me/preferences')
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @ApiOperation({ summary: 'Read what you chose for yourself' })
  @ApiOkResponse({ type: PreferencesDto })
  read(@ReqCtx() ctx: Ctx): Promise<PreferencesBody> {
    return this.preferences.get(ctx);
  }

  @Patch()
  @ApiOperation({ summary: 'Choose for yourself' })
  @ApiOkResponse({ type: PreferencesDto })
  update(@ReqCtx() ctx: Ctx, @Body() changes: UpdatePreferencesDto): Promise<PreferencesBody> {
    return this.preferences.update(ctx, changes);
  }
}
