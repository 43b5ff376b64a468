import { IsBoolean, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { Field } from '../../port';

export class SmileCredentials {
  @Field({
    label: 'API key',
    type: 'secret',
    help: 'Smile Admin > Settings > Developer tools > API keys; it is shown once. Needs the Plus or Enterprise plan',
  })
  @IsString()
  @IsNotEmpty()
  apiKey!: string;

  @Field({
    label: 'The key belongs to an app of ours in the Smile Partner Portal',
    type: 'boolean',
    required: false,
    help: 'Only such apps are told when a member changes; the check then names the address to enter there',
  })
  @IsOptional()
  @IsBoolean()
  partnerApp?: boolean;
}
