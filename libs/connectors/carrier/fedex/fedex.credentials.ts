import { IsNotEmpty, IsString } from 'class-validator';
import { Field } from '../../port';

/** A project made at developer.fedex.com with the Track API; FedEx wants one of its own for it. */
export class FedexCredentials {
  @Field({ label: 'API key', type: 'text', help: 'Of your project at developer.fedex.com, with the Track API' })
  @IsString()
  @IsNotEmpty()
  clientId!: string;

  @Field({ label: 'Secret key', type: 'secret' })
  @IsString()
  @IsNotEmpty()
  clientSecret!: string;
}
