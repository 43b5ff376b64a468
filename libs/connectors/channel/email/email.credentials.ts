import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { Field } from '../../port';

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
export const AUTH_WAYS = ['password', 'google', 'microsoft'] as const;
export const PARSE_PROVIDERS = ['generic', 'mailgun', 'postmark', 'sendgrid', 'ses'] as const;
const NEEDED = { message: '$property is needed' };
const byToken = (it: { auth?: string }): boolean => isSet(it.auth) && it.auth !== 'password';

/** What a mailbox needs: SMTP to send; IMAP as well when mail is fetched rather than delivered to our SMTP door. */
export class EmailCredentials {
  @Field({ label: 'Sender name', type: 'text', required: false, help: 'Shown beside the address, e.g. the shop.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  fromName?: string;

  @Field({
    label: 'Sign-in',
    type: 'choice',
    required: false,
    help: 'Gmail and Microsoft 365 take a token instead of a password; the same one reads and sends.',
    options: [
      { value: 'password', label: 'Password' },
      { value: 'google', label: 'Gmail, Google Workspace (OAuth)' },
      { value: 'microsoft', label: 'Microsoft 365 (OAuth)' },
    ],
  })
  @IsOptional()
  @IsIn(AUTH_WAYS)
  auth?: (typeof AUTH_WAYS)[number];

  @Field({ label: 'OAuth client id', type: 'text', required: false })
  @ValidateIf(byToken)
  @IsString()
  @MinLength(1, NEEDED)
  oauthClientId?: string;

  @Field({ label: 'OAuth client secret', type: 'secret', required: false })
  @ValidateIf(byToken)
  @IsString()
  @MinLength(1, NEEDED)
  oauthClientSecret?: string;

  @Field({
    label: 'OAuth refresh token',
    type: 'secret',
    required: false,
    help: 'Signing in brings it; type one only if you already hold it.',
  })
  @ValidateIf(byToken)
  @IsString()
  @MinLength(1, NEEDED)
  oauthRefreshToken?: string;

  @Field({
    label: 'Microsoft tenant',
    type: 'text',
    required: false,
    help: 'The id or domain of your directory; empty for any.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(253)
  oauthTenant?: string;

  @Field({ label: 'SMTP host', type: 'text' })
  @IsString()
  @MinLength(1)
  @MaxLength(253)
  smtpHost!: string;

  @Field({ label: 'SMTP port', type: 'number', help: '465 with TLS from the start, 587 otherwise.' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65_535)
  smtpPort!: number;

  @Field({ label: 'SMTP: TLS from the start', type: 'boolean', required: false })
  @IsOptional()
  @IsBoolean()
  smtpSecure?: boolean;

  @Field({ label: 'SMTP user', type: 'text', required: false })
  @IsOptional()
  @IsString()
  smtpUser?: string;

  @Field({ label: 'SMTP password', type: 'secret', required: false })
  @ValidateIf((it: EmailCredentials) => !byToken(it) && (isSet(it.smtpUser) || isSet(it.smtpPass)))
  @IsString()
  @MinLength(1)
  smtpPass?: string;

  @Field({ label: 'IMAP host', type: 'text', required: false, help: 'Leave empty when mail is forwarded to Satchel.' })
  @IsOptional()
  @IsString()
  @MaxLength(253)
  imapHost?: string;

  @Field({ label: 'IMAP port', type: 'number', required: false, help: '993 with TLS from the start.' })
  @ValidateIf((it: EmailCredentials) => isSet(it.imapHost))
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(65_535)
  imapPort?: number;

  @Field({ label: 'IMAP: TLS from the start', type: 'boolean', required: false })
  @IsOptional()
  @IsBoolean()
  imapSecure?: boolean;

  @Field({ label: 'IMAP user', type: 'text', required: false })
  @ValidateIf((it: EmailCredentials) => !byToken(it) && isSet(it.imapHost))
  @IsString()
  @MinLength(1)
  imapUser?: string;

  @Field({ label: 'IMAP password', type: 'secret', required: false })
  @ValidateIf((it: EmailCredentials) => !byToken(it) && isSet(it.imapHost))
  @IsString()
  @MinLength(1)
  imapPass?: string;

  @Field({
    label: 'Other folders to follow',
    type: 'text',
    required: false,
    help: 'Beside INBOX, with commas between: Archive, Returns. Mail that somebody moves there is then not missed.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  folders?: string;

  @Field({ label: 'Follow the junk folder', type: 'boolean', required: false })
  @IsOptional()
  @IsBoolean()
  watchJunk?: boolean;

  @Field({
    label: 'Web hook: who calls',
    type: 'choice',
    required: false,
    help: "For mail that a provider's inbound parse posts to this connection's web hook.",
    options: [
      { value: 'generic', label: 'Any: the raw mail, signed or with a password' },
      { value: 'mailgun', label: 'Mailgun (MIME route)' },
      { value: 'postmark', label: 'Postmark (with raw mail)' },
      { value: 'sendgrid', label: 'SendGrid (raw, full MIME)' },
      { value: 'ses', label: 'Amazon SES (through an SNS topic)' },
    ],
  })
  @IsOptional()
  @IsIn(PARSE_PROVIDERS)
  parseProvider?: (typeof PARSE_PROVIDERS)[number];

  @Field({
    label: 'Web hook: secret',
    type: 'secret',
    required: false,
    help: "Mailgun: the webhook signing key. SendGrid: the verification key, or user:password as in the hook's address. Else the signing secret, or user:password.",
  })
  @ValidateIf((it: EmailCredentials) => isSet(it.parseProvider) && it.parseProvider !== 'ses')
  @IsString()
  @MinLength(8)
  parseSecret?: string;

  @Field({
    label: 'Web hook: SNS topic',
    type: 'text',
    required: false,
    help: "Amazon SES: the ARN of the topic; no other is listened to. The receipt rule's SNS action (Base64) brings mail up to 150 kB; the identity's bounces and complaints, with original headers, may come by the same topic.",
  })
  @ValidateIf((it: EmailCredentials) => it.parseProvider === 'ses' || isSet(it.parseTopic))
  @IsString()
  @Matches(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/, {
    message: '$property is the ARN of an SNS topic (arn:aws:sns:eu-west-1:123456789012:mail)',
  })
  parseTopic?: string;

  @Field({
    label: 'Plus addresses work',
    type: 'boolean',
    required: false,
    help: 'support+anything@ reaches this mailbox too: answers then find their ticket even when a mail program drops the headers.',
  })
  @IsOptional()
  @IsBoolean()
  plusAddresses?: boolean;

  @Field({
    label: 'Own return path for each mail',
    type: 'boolean',
    required: false,
    help: 'Bounces then always find their message. Needs plus addresses, and a provider that lets the mailbox send with another return path: many refuse such mail.',
  })
  @IsOptional()
  @IsBoolean()
  verp?: boolean;

  @Field({
    label: 'DKIM domain',
    type: 'text',
    required: false,
    help: 'Only when your mail server does not sign already: the domain of the address above, e.g. shop.example.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(253)
  dkimDomain?: string;

  @Field({
    label: 'DKIM selector',
    type: 'text',
    required: false,
    help: 'The record stands at <selector>._domainkey.<domain>.',
  })
  @ValidateIf((it: EmailCredentials) => isSet(it.dkimDomain) || isSet(it.dkimPrivateKey))
  @IsString()
  @Matches(/^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?)*$/i)
  dkimSelector?: string;

  @Field({ label: 'DKIM private key', type: 'secret', required: false, help: 'RSA, as PEM text.' })
  @ValidateIf((it: EmailCredentials) => isSet(it.dkimDomain) || isSet(it.dkimSelector))
  @IsString()
  @MinLength(1)
  @MaxLength(20_000)
  dkimPrivateKey?: string;

  @Field({
    label: 'Trusted Authentication-Results name',
    type: 'text',
    required: false,
    help: "The name your own mail server writes there. Nobody else's verdict on a sender is believed.",
  })
  @IsOptional()
  @IsString()
  @MaxLength(253)
  authservId?: string;
}
