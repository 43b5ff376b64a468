import { IsNotEmpty, IsString, Matches } from 'class-validator';
import { Field } from '../../port';

/** An app made at developer.dhl.com with "Shipment Tracking - Unified". */
export class DhlCredentials {
  @Field({
    label: 'API key',
    type: 'secret',
    help: 'Of your app at developer.dhl.com, with Shipment Tracking - Unified',
  })
  @IsString()
  @IsNotEmpty()
  @Matches(/^[\x21-\x7e]*$/, { message: 'must be one word' })
  apiKey!: string;
}
