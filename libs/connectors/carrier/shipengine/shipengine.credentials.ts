import { IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator';
import { Field } from '../../port';

export class ShipengineCredentials {
  @Field({ label: 'API key', type: 'secret', help: 'Begins with TEST_ when it is one to try things out' })
  @IsString()
  @IsNotEmpty()
  @Matches(/^[\x21-\x7e]*$/, { message: 'must be one word' })
  apiKey!: string;

  @Field({
    label: "Address of ShipEngine's signing keys",
    type: 'url',
    required: false,
    help: 'Only when ShipEngine names another one than https://api.shipengine.com/jwks',
  })
  @IsOptional()
  @Matches(/^(https?:\/\/\S+)?$/, { message: 'must be an address' })
  jwksUrl?: string;
}
