import { IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator';
import { Field } from '../../port';

export class RechargeCredentials {
  @Field({ label: 'API token', type: 'secret', help: 'Recharge > Tools & apps > API tokens' })
  @IsString()
  @IsNotEmpty()
  accessToken!: string;

  @Field({
    label: 'API client secret',
    type: 'secret',
    required: false,
    help: 'On the same page; Recharge signs its calls to us with it. Without it, subscriptions are read when they are needed',
  })
  @IsOptional()
  @IsString()
  clientSecret?: string;

  @Field({
    label: 'Currency of the shop',
    type: 'text',
    required: false,
    help: 'Three letters; used where Recharge names none. USD when empty',
  })
  @IsOptional()
  @Matches(/^([A-Za-z]{3})?$/, { message: 'must be three letters, as in EUR' })
  currency?: string;
}
