import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AiMode, AiSettingsBody } from '@satchel/contracts';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

const MODES = ['off', 'draft', 'auto'] as const;

export class AiSettingsDto implements AiSettingsBody {
  @ApiProperty({
    enum: MODES,
    description: 'off: silent; draft: people send what it writes; auto: it sends what passes the grounding gate.',
  })
  mode!: AiMode;

  @ApiProperty({ description: "The signature under the AI's own replies." })
  signature!: string;

  @ApiProperty({
    example: 'built-in',
    description: 'The model that answers first; the built-in engine stands behind it.',
  })
  brain!: string;
}

export class UpdateAiSettingsDto {
  @ApiPropertyOptional({ enum: MODES })
  @IsOptional()
  @IsIn(MODES)
  mode?: AiMode;

  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  signature?: string;
}
