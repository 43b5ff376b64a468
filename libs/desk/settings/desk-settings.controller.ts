import type { DeskSettingsBody } from '@satchel/contracts';
import { type Ctx, ReqCtx, RequireRole } from '@satchel/kernel';
import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { MOST_UNDO_SECONDS } from '../later/send-time';
import { DeskSettings } from './desk-settings.service';

class AcknowledgeDto {
  @ApiProperty() enabled!: boolean;
  @ApiProperty() subject!: string;
  @ApiProperty() text!: string;
}

class DeskSettingsDto implements DeskSettingsBody {
  @ApiProperty({ type: AcknowledgeDto }) acknowledge!: AcknowledgeDto;
  @ApiProperty({ example: 10 }) undoSeconds!: number;
}

class UpdateAcknowledgeDto {
  @ApiPropertyOptional({ description: 'Tell the sender of a new mail that it arrived.' })
  @IsOptional()
  @IsBoolean()
  enabled?: boolean;
  @ApiPropertyOptional({ minLength: 1, maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  subject?: string;
  @ApiPropertyOptional({ minLength: 1, maxLength: 5000, description: 'The same words for everybody.' })
  @IsOptional()
  @IsString()
  @Length(1, 5000)
  text?: string;
}

class UpdateDeskSettingsDto {
  @ApiPropertyOptional({ type: UpdateAcknowledgeDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => UpdateAcknowledgeDto)
  acknowledge?: UpdateAcknowledgeDto;
  @ApiPropertyOptional({ minimum: 0, maximum: MOST_UNDO_SECONDS, description: 'How long a reply can be taken back.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_UNDO_SECONDS)
  undoSeconds?: number;
}

@ApiTags('desk')
@Controller('api/v1/desk/settings')
export class DeskSettingsController {
  constructor(private readonly settings: DeskSettings) {}

  @Get()
  @ApiOperation({ summary: "Read the desk's settings" })
  @ApiOkResponse({ type: DeskSettingsDto })
  read(@ReqCtx() ctx: Ctx): Promise<DeskSettingsBody> {
    return this.settings.get(ctx);
  }

  @Patch()
  @RequireRole('admin')
  @ApiOperation({ summary: "Change the desk's settings", description: 'Needs the role admin.' })
  @ApiOkResponse({ type: DeskSettingsDto })
  update(@ReqCtx() ctx: Ctx, @Body() changes: UpdateDeskSettingsDto): Promise<DeskSettingsBody> {
    return this.settings.update(ctx, changes);
  }
}
