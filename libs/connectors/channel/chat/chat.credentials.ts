import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { type AskFor, Field } from '../../port';

const ASK_FOR = [
  { value: 'off', label: 'Do not ask' },
  { value: 'optional', label: 'Ask, may be left empty' },
  { value: 'required', label: 'Required' },
];
const ASKS = ASK_FOR.map(({ value }) => value);
const AVAILABILITY = [
  { value: 'always', label: 'Always' },
  { value: 'when_someone_is_here', label: 'When somebody has the console open' },
  { value: 'office_hours', label: 'In office hours' },
];

/** How the widget looks, where it may stand, and how the shop proves who its customers are. */
export class ChatCredentials {
  @Field({ label: 'Accent colour', type: 'text', required: false, help: 'Such as #1f6feb.' })
  @IsOptional()
  @Matches(/^#[0-9a-f]{6}$/i, { message: 'must be a colour such as #1f6feb' })
  color?: string;

  @Field({
    label: 'Position',
    type: 'choice',
    required: false,
    options: [
      { value: 'right', label: 'Bottom right' },
      { value: 'left', label: 'Bottom left' },
    ],
  })
  @IsOptional()
  @IsIn(['right', 'left'])
  position?: 'right' | 'left';

  @Field({ label: 'Greeting', type: 'long_text', required: false, help: "Empty: the widget's own words." })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  greeting?: string;

  @Field({
    label: 'Allowed sites',
    type: 'text',
    required: false,
    help: 'Origins, comma separated: https://shop.example, https://*.shop.example. Empty: any site.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  allowedOrigins?: string;

  @Field({ label: 'Ask for the name', type: 'choice', required: false, options: ASK_FOR })
  @IsOptional()
  @IsIn(ASKS)
  askName?: AskFor;

  @Field({ label: 'Ask for the mail address', type: 'choice', required: false, options: ASK_FOR })
  @IsOptional()
  @IsIn(ASKS)
  askEmail?: AskFor;

  @Field({
    label: 'Consent text',
    type: 'long_text',
    required: false,
    help: 'To be agreed to before the first message.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  consent?: string;

  @Field({ label: 'Online', type: 'choice', required: false, options: AVAILABILITY })
  @IsOptional()
  @IsIn(AVAILABILITY.map(({ value }) => value))
  availability?: 'always' | 'when_someone_is_here' | 'office_hours';

  @Field({
    label: 'Office hours',
    type: 'text',
    required: false,
    help: 'Such as Mo-Fr 09:00-17:00, Sa 10:00-14:00 Europe/Berlin.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  officeHours?: string;

  @Field({
    label: 'Identity secret (HS256)',
    type: 'secret',
    required: false,
    help: 'Your shop signs tokens with it that say who is signed in. At least 32 characters.',
  })
  @IsOptional()
  @IsString()
  @MinLength(32)
  @MaxLength(500)
  identitySecret?: string;

  @Field({
    label: 'Identity public key (ES256)',
    type: 'long_text',
    required: false,
    help: 'PEM of a P-256 key, instead of a shared secret.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  identityPublicKey?: string;

  @Field({ label: 'Only signed-in customers may chat', type: 'boolean', required: false })
  @IsOptional()
  @IsBoolean()
  enforceIdentity?: boolean;
}
