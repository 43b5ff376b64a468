import { IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator';
import { Field } from '../../port';

export class ShipBobCredentials {
  @Field({ label: 'Personal access token', type: 'secret', help: 'ShipBob > Integrations > API tokens' })
  @IsString()
  @IsNotEmpty()
  accessToken!: string;

  @Field({
    label: 'Channel ID',
    type: 'text',
    required: false,
    help: 'Of the shop, where the token sees several channels. The one that may do most when empty',
  })
  @IsOptional()
  @Matches(/^\d*$/, { message: 'must be a number' })
  channelId?: string;

  @Field({
    label: 'Webhook secret',
    type: 'secret',
    required: false,
    help: 'Only for a webhook that was set up by hand at ShipBob; begins with whsec_',
  })
  @IsOptional()
  @Matches(/^(whsec_[A-Za-z0-9+/=]{16,})?$/, { message: 'must begin with whsec_' })
  webhookSecret?: string;
}
