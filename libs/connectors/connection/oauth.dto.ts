import type { BeginSignInBody, BeginSignInRequest } from '@satchel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsObject, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';

export class BeginSignInDto implements BeginSignInRequest {
  @ApiPropertyOptional({ format: 'uuid', description: 'To sign in again for a connection that is there.' })
  @IsOptional()
  @IsUUID()
  connectionId?: string;

  @ApiPropertyOptional({ example: 'email', description: 'For a new connection: one of GET /api/v1/connectors.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  connectorId?: string;

  @ApiPropertyOptional({
    example: 'google',
    description: "One of the connector's; absent: where the connection is signed in to already.",
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  provider?: string;

  @ApiPropertyOptional({ example: 'Support mailbox', minLength: 1, maxLength: 120 })
  @IsOptional()
  @IsString()
  @Length(1, 120, { message: 'Give a label of 1 to 120 characters.' })
  label?: string;

  @ApiPropertyOptional({ example: 'support@fernhill.example' })
  @IsOptional()
  @IsEmail({ allow_utf8_local_part: true }, { message: 'Give an address such as support@fernhill.example.' })
  address?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    example: { oauthClientId: 'the client that you registered', oauthClientSecret: 'its secret' },
    description: 'What signing in needs; merged over the stored ones. Sealed and never shown again.',
  })
  @IsOptional()
  @IsObject()
  credentials?: Record<string, unknown>;
}

export class BeginSignInBodyDto implements BeginSignInBody {
  @ApiProperty({ description: 'Send the browser there. Good once, for ten minutes, in this session alone.' })
  url!: string;
}
