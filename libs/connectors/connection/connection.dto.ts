import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ADDRESS_KINDS,
  type CapabilitiesBody,
  type ChannelTraits,
  type ConnectionBody,
  type ConnectionHealth,
  type ConnectorBody,
  type ConnectorFieldBody,
  type CreateConnectionRequest,
  type Page,
  type SignInOptionsBody,
} from '@satchel/contracts';
import { IsBoolean, IsEmail, IsIn, IsObject, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { CredentialField } from '../port';

const KINDS = ['channel', 'commerce', 'loyalty', 'carrier', 'payment', 'fulfilment', 'subscription', 'custom'] as const;
const FIELD_TYPES: CredentialField['type'][] = ['text', 'secret', 'number', 'boolean', 'url', 'long_text', 'choice'];
const CREDENTIALS = {
  type: 'object',
  additionalProperties: true,
  example: { smtpHost: 'smtp.example.com', smtpPort: 587 },
} as const;

class LastErrorDto {
  @ApiProperty() message!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

export class ConnectionHealthDto implements ConnectionHealth {
  @ApiProperty({ enum: ['unknown', 'ok', 'failing', 'expiring'] })
  state!: ConnectionHealth['state'];

  @ApiProperty({ type: String, nullable: true, description: 'What is wrong, in the words of whoever refused.' })
  message!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  checkedAt!: string | null;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  lastSuccessAt?: string | null;

  @ApiPropertyOptional({ type: LastErrorDto, nullable: true, description: 'Kept after it works again.' })
  lastError?: LastErrorDto | null;

  @ApiPropertyOptional({ description: 'Calls to its web hook that were not genuine.' })
  refusedHooks?: number;
}

export class ChannelTraitsDto implements ChannelTraits {
  @ApiProperty({ enum: ADDRESS_KINDS }) addressKind!: ChannelTraits['addressKind'];
  @ApiProperty() html!: boolean;
  @ApiProperty() files!: boolean;
  @ApiProperty({ type: Number, nullable: true }) maxFiles!: number | null;
  @ApiProperty({ type: Number, nullable: true }) maxFileBytes!: number | null;
  @ApiProperty({ type: Number, nullable: true }) maxChars!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Hours after their last message; null: always.' })
  replyWindowHours!: number | null;
  @ApiProperty() templates!: boolean;
  @ApiProperty({ description: 'Answers that can be offered as buttons.' }) choices!: number;
  @ApiProperty({ description: 'Costs by the SMS segment.' }) segments!: boolean;
  @ApiProperty() typing!: boolean;
  @ApiProperty() receipts!: boolean;
  @ApiProperty() subject!: boolean;
  @ApiProperty() copies!: boolean;
  @ApiProperty({ enum: ['ids', 'address'] }) threads!: ChannelTraits['threads'];
  @ApiProperty() announcesAi!: boolean;
}

class LackingCapabilityDto {
  @ApiProperty({ example: 'refund' }) capability!: string;
  @ApiProperty({ example: 'The key may not write orders.' }) reason!: string;
}

export class CapabilitiesDto implements CapabilitiesBody {
  @ApiProperty({ type: [String], example: ['orders', 'refund'] })
  can!: string[];

  @ApiProperty({ type: [LackingCapabilityDto], description: 'Why a part is not there, in words for a shop owner.' })
  cannot!: LackingCapabilityDto[];

  @ApiProperty({ type: String, nullable: true, description: 'The account as the vendor names it.' })
  account!: string | null;
}

class SignedInAtDto {
  @ApiProperty({ example: 'google' }) provider!: string;
  @ApiProperty({ example: 'Google' }) label!: string;
}

export class ConnectionDto implements ConnectionBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: KINDS })
  kind!: string;

  @ApiProperty({ example: 'email' })
  connectorId!: string;

  @ApiProperty({ example: 'Support mailbox' })
  label!: string;

  @ApiProperty({ type: String, nullable: true, example: 'support@fernhill.example' })
  address!: string | null;

  @ApiProperty()
  enabled!: boolean;

  @ApiProperty({ type: ConnectionHealthDto })
  health!: ConnectionHealthDto;

  @ApiProperty({
    type: ChannelTraitsDto,
    nullable: true,
    description: 'What it can carry; null for anything but channels.',
  })
  traits!: ChannelTraitsDto | null;

  @ApiProperty({ type: String, nullable: true, description: 'The address to enter at the vendor, when it calls us.' })
  hookUrl!: string | null;

  @ApiProperty({
    type: CapabilitiesDto,
    nullable: true,
    description: 'What it may do, as its last good check found; null: never checked, or a channel.',
  })
  capabilities!: CapabilitiesDto | null;

  @ApiPropertyOptional({
    type: SignedInAtDto,
    nullable: true,
    description: 'Where somebody signed in for it in the browser, and can sign in again.',
  })
  signIn?: SignedInAtDto | null;
}

export class ConnectionPageDto implements Page<ConnectionBody> {
  @ApiProperty({ type: [ConnectionDto] })
  data!: ConnectionDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: they fit on one page.' })
  nextCursor!: string | null;
}

class ConnectorOptionDto {
  @ApiProperty() value!: string;
  @ApiProperty() label!: string;
}

export class ConnectorFieldDto implements ConnectorFieldBody {
  @ApiProperty({ example: 'smtpHost' })
  name!: string;

  @ApiProperty({ example: 'SMTP host' })
  label!: string;

  @ApiProperty({ enum: FIELD_TYPES })
  type!: ConnectorFieldBody['type'];

  @ApiProperty()
  required!: boolean;

  @ApiProperty({ type: String, nullable: true })
  help!: string | null;

  @ApiPropertyOptional({ type: [ConnectorOptionDto], description: 'For `choice`.' })
  options?: ConnectorOptionDto[];

  @ApiPropertyOptional({ enum: ['own'], description: 'It has an editor of its own; the settings form leaves it out.' })
  editor?: 'own';
}

class SignInProviderDto {
  @ApiProperty({ example: 'google' }) id!: string;
  @ApiProperty({ example: 'Google' }) label!: string;
  @ApiProperty({ type: [String], description: 'Fields to fill before signing in there.' }) fields!: string[];
}

class SignInOptionsDto implements SignInOptionsBody {
  @ApiProperty({ type: [SignInProviderDto] }) providers!: SignInProviderDto[];
  @ApiProperty({ type: String, nullable: true, description: 'The field that holds the provider.' })
  chosenBy!: string | null;
  @ApiProperty({ type: [String], description: 'Fields that signing in fills.' }) grants!: string[];
  @ApiProperty({ description: 'The address to register at the vendor.' }) redirectUri!: string;
}

export class ConnectorDto implements ConnectorBody {
  @ApiProperty({ example: 'email' })
  id!: string;

  @ApiProperty({ enum: KINDS })
  kind!: string;

  @ApiProperty({ example: 'Email' })
  label!: string;

  @ApiProperty({ description: 'Its connections are typed with the mail address that they write from.' })
  needsAddress!: boolean;

  @ApiProperty({ type: [String], description: 'What to do at the vendor before the form can be filled.' })
  steps!: string[];

  @ApiProperty({ type: [String], description: "What the key must be allowed, in the vendor's own words." })
  scopes!: string[];

  @ApiProperty({ type: [ConnectorFieldDto] })
  fields!: ConnectorFieldDto[];

  @ApiPropertyOptional({ type: SignInOptionsDto, description: 'Where one can sign in with POST /connections/oauth.' })
  signIn?: SignInOptionsDto;
}

export class ConnectorPageDto implements Page<ConnectorBody> {
  @ApiProperty({ type: [ConnectorDto] })
  data!: ConnectorDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null.' })
  nextCursor!: string | null;
}

export class ConnectionQueryDto {
  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: (typeof KINDS)[number];
}

export class CreateConnectionDto implements CreateConnectionRequest {
  @ApiProperty({ example: 'email', description: 'One of GET /api/v1/connectors.' })
  @IsString()
  @MaxLength(60)
  connectorId!: string;

  @ApiProperty({ example: 'Support mailbox', minLength: 1, maxLength: 120 })
  @IsString()
  @Length(1, 120, { message: 'Give a label of 1 to 120 characters.' })
  label!: string;

  @ApiPropertyOptional({
    example: 'support@fernhill.example',
    description: 'Needed by connectors that write from an address.',
  })
  @IsOptional()
  @IsEmail({ allow_utf8_local_part: true }, { message: 'Give an address such as support@fernhill.example.' })
  address?: string;

  @ApiProperty({ ...CREDENTIALS, description: "The connector's fields. They are sealed and never shown again." })
  @IsObject()
  credentials!: Record<string, unknown>;
}

export class UpdateConnectionDto {
  @ApiPropertyOptional({ minLength: 1, maxLength: 120 })
  @IsOptional()
  @IsString()
  @Length(1, 120, { message: 'Give a label of 1 to 120 characters.' })
  label?: string;

  @ApiPropertyOptional({ example: 'support@fernhill.example' })
  @IsOptional()
  @IsEmail({ allow_utf8_local_part: true }, { message: 'Give an address such as support@fernhill.example.' })
  address?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  enabled?: boolean;

  @ApiPropertyOptional({ ...CREDENTIALS, description: 'Only what changes; an empty text clears a field.' })
  @IsOptional()
  @IsObject()
  credentials?: Record<string, unknown>;
}
