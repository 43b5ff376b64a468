import { IsOptional, IsString, Matches, MinLength, ValidateIf } from 'class-validator';
import { Field } from '../../port';

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** A Twilio account and who it writes as. */
export class SmsCredentials {
  @Field({ label: 'Account SID', type: 'text', help: 'Begins with AC; on the front page of the Twilio console.' })
  @Matches(/^AC[0-9a-fA-F]{32}$/, { message: 'an account SID is AC and 32 digits or letters a to f' })
  accountSid!: string;

  @Field({ label: 'Auth token', type: 'secret', help: 'Proves that calls to our web hook are from Twilio.' })
  @IsString()
  @MinLength(1)
  authToken!: string;

  @Field({ label: 'Secondary auth token', type: 'secret', required: false, help: 'While you rotate the auth token.' })
  @IsOptional()
  @IsString()
  secondaryAuthToken?: string;

  @Field({ label: 'API key SID', type: 'text', required: false, help: 'Sends instead of the auth token.' })
  @IsOptional()
  @Matches(/^SK[0-9a-fA-F]{32}$/, { message: 'an API key SID is SK and 32 digits or letters a to f' })
  apiKeySid?: string;

  @Field({ label: 'API key secret', type: 'secret', required: false })
  @ValidateIf((it: SmsCredentials) => isSet(it.apiKeySid) || isSet(it.apiKeySecret))
  @IsString()
  @MinLength(1)
  apiKeySecret?: string;

  @Field({
    label: 'Sender',
    type: 'text',
    required: false,
    help: "A number (+15552229999) or a messaging service (MG...). Empty: the connection's address.",
  })
  @IsOptional()
  @Matches(/^(\+?\d{3,15}|MG[0-9a-fA-F]{32})$/, {
    message: 'a sender is a number like +15552229999 or a service MG...',
  })
  sender?: string;
}
