import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { Field } from '../../port';

export const GRAPH_VERSION = 'v23.0';

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
const overCloud = (it: WhatsAppCredentials): boolean => it.transport === 'cloud';
const overTwilio = (it: WhatsAppCredentials): boolean => it.transport === 'twilio';

/** One of two ways to WhatsApp: Meta's own Cloud API, or a Twilio sender. */
export class WhatsAppCredentials {
  @Field({
    label: 'Transport',
    type: 'choice',
    options: [
      { value: 'cloud', label: 'WhatsApp Cloud API (Meta)' },
      { value: 'twilio', label: 'Twilio' },
    ],
  })
  @IsIn(['cloud', 'twilio'])
  transport!: 'cloud' | 'twilio';

  @Field({ label: 'Cloud: phone number ID', type: 'text', required: false, help: 'Not the number itself.' })
  @ValidateIf(overCloud)
  @Matches(/^\d{5,30}$/, { message: 'a phone number ID is digits only' })
  phoneNumberId?: string;

  @Field({
    label: 'Cloud: business account ID',
    type: 'text',
    required: false,
    help: 'Its templates are yours to use.',
  })
  @ValidateIf(overCloud)
  @Matches(/^\d{5,30}$/, { message: 'a WhatsApp business account ID is digits only' })
  businessAccountId?: string;

  @Field({ label: 'Cloud: access token', type: 'secret', required: false, help: 'Of a system user, without an end.' })
  @ValidateIf(overCloud)
  @IsString()
  @MinLength(1)
  accessToken?: string;

  @Field({
    label: 'Cloud: app secret',
    type: 'secret',
    required: false,
    help: 'Proves that calls to us are from Meta.',
  })
  @ValidateIf(overCloud)
  @IsString()
  @MinLength(1)
  appSecret?: string;

  @Field({
    label: 'Cloud: verify token',
    type: 'secret',
    required: false,
    help: "Made up by you; the same on Meta's page for the web hook.",
  })
  @ValidateIf(overCloud)
  @IsString()
  @MinLength(8)
  @MaxLength(200)
  verifyToken?: string;

  @Field({ label: 'Cloud: Graph API version', type: 'text', required: false, help: `Empty: ${GRAPH_VERSION}.` })
  @IsOptional()
  @Matches(/^v\d{1,3}\.\d{1,2}$/, { message: 'a version looks like v23.0' })
  graphVersion?: string;

  @Field({ label: 'Twilio: account SID', type: 'text', required: false })
  @ValidateIf(overTwilio)
  @Matches(/^AC[0-9a-fA-F]{32}$/, { message: 'an account SID is AC and 32 digits or letters a to f' })
  accountSid?: string;

  @Field({ label: 'Twilio: auth token', type: 'secret', required: false })
  @ValidateIf(overTwilio)
  @IsString()
  @MinLength(1)
  authToken?: string;

  @Field({ label: 'Twilio: secondary auth token', type: 'secret', required: false, help: 'While you rotate it.' })
  @IsOptional()
  @IsString()
  secondaryAuthToken?: string;

  @Field({ label: 'Twilio: API key SID', type: 'text', required: false })
  @IsOptional()
  @Matches(/^SK[0-9a-fA-F]{32}$/, { message: 'an API key SID is SK and 32 digits or letters a to f' })
  apiKeySid?: string;

  @Field({ label: 'Twilio: API key secret', type: 'secret', required: false })
  @ValidateIf((it: WhatsAppCredentials) => isSet(it.apiKeySid) || isSet(it.apiKeySecret))
  @IsString()
  @MinLength(1)
  apiKeySecret?: string;

  @Field({
    label: 'Twilio: sender',
    type: 'text',
    required: false,
    help: "A number (+15552229999) or a messaging service (MG...). Empty: the connection's address.",
  })
  @IsOptional()
  @Matches(/^(\+?\d{7,15}|MG[0-9a-fA-F]{32})$/, {
    message: 'a sender is a number like +15552229999 or a service MG...',
  })
  sender?: string;
}
