import { ApiProperty } from '@nestjs/swagger';
import type { ApiKeyBody, Page } from '@satchel/contracts';
import { IsString, Length } from 'class-validator';

export class ApiKeyDto implements ApiKeyBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Warehouse sync' })
  name!: string;

  @ApiProperty({ example: 'sk_4fT9xQz', description: "The key's first characters, to tell keys apart." })
  prefix!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To the minute.' })
  lastUsedAt!: string | null;
}

export class CreatedApiKeyDto extends ApiKeyDto {
  @ApiProperty({
    example: 'sk_4fT9xQzexampleexampleexampleexampleexamp',
    description: 'The secret. Keep it now: it is never shown again.',
  })
  key!: string;
}

export class ApiKeyPageDto implements Page<ApiKeyBody> {
  @ApiProperty({ type: [ApiKeyDto] })
  data!: ApiKeyDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: all keys fit on one page.' })
  nextCursor!: string | null;
}

export class CreateApiKeyDto {
  @ApiProperty({ example: 'Warehouse sync', minLength: 1, maxLength: 120 })
  @IsString()
  @Length(1, 120, { message: 'Give the key a name of 1 to 120 characters: what will use it?' })
  name!: string;
}
