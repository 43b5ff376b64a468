import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { Field } from '../../port';

export const GRAPH_VERSION = 'v23.0';

/** Direct messages of one Facebook page, or of the Instagram account that belongs to it. */
export class SocialCredentials {
  @Field({
    label: 'Network',
    type: 'choice',
    options: [
      { value: 'messenger', label: 'Messenger' },
      { value: 'instagram', label: 'Instagram' },
    ],
  })
  @IsIn(['messenger', 'instagram'])
  network!: 'messenger' | 'instagram';

  @Field({ label: 'Page or account ID', type: 'text', help: 'Messenger: of the page. Instagram: of the account.' })
  @Matches(/^\d{5,30}$/, { message: 'an ID is digits only' })
  accountId!: string;

  @Field({ label: 'Page access token', type: 'secret' })
  @IsString()
  @MinLength(1)
  accessToken!: string;

  @Field({ label: 'App secret', type: 'secret', help: 'Proves that calls to our web hook are from Meta.' })
  @IsString()
  @MinLength(1)
  appSecret!: string;

  @Field({ label: 'Verify token', type: 'secret', help: "Made up by you; the same on Meta's page for the web hook." })
  @IsString()
  @MinLength(8)
  @MaxLength(200)
  verifyToken!: string;

  @Field({ label: 'Graph API version', type: 'text', required: false, help: `Empty: ${GRAPH_VERSION}.` })
  @IsOptional()
  @Matches(/^v\d{1,3}\.\d{1,2}$/, { message: 'a version looks like v23.0' })
  graphVersion?: string;

  @Field({
    label: 'Meta granted the Human Agent feature',
    type: 'boolean',
    required: false,
    help: 'People, never the AI, may then answer until seven days after the last message.',
  })
  @IsOptional()
  @IsBoolean()
  humanAgent?: boolean;
}
