import { IsNotEmpty, IsString } from 'class-validator';
import { Field } from '../../port';

/** An app made at developers.usps.com with the Tracking API. */
export class UspsCredentials {
  @Field({ label: 'Consumer key', type: 'text', help: 'Of your app at developers.usps.com, with the Tracking API' })
  @IsString()
  @IsNotEmpty()
  clientId!: string;

  @Field({ label: 'Consumer secret', type: 'secret' })
  @IsString()
  @IsNotEmpty()
  clientSecret!: string;
}
