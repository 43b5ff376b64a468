import { IsOptional, IsUrl, Matches } from 'class-validator';
import { Field } from '../../port';

/** 24 to 64 bytes, as Standard Webhooks asks for. */
const SECRET = /^(whsec_)?(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const SECRET_HELP = 'a secret is whsec_ and 24 to 64 random bytes in base64';

/** A system of the merchant's own, by signed HTTP both ways. */
export class ApiCredentials {
  @Field({ label: 'Address of your system', type: 'url', help: 'Gets our messages as signed POST requests.' })
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  url!: string;

  @Field({
    label: 'Signing secret',
    type: 'secret',
    help: 'whsec_ and 24 to 64 random bytes in base64. Both sides sign with it (Standard Webhooks).',
  })
  @Matches(SECRET, { message: SECRET_HELP })
  secret!: string;

  @Field({ label: 'Previous signing secret', type: 'secret', required: false, help: 'While you rotate the secret.' })
  @IsOptional()
  @Matches(SECRET, { message: SECRET_HELP })
  previousSecret?: string;

  @Field({
    label: 'Name of the network',
    type: 'text',
    required: false,
    help: 'Keeps your customer ids apart from those of other systems. Small letters; "api" when empty.',
  })
  @IsOptional()
  @Matches(/^[a-z]{2,30}$/, { message: 'a name is 2 to 30 small letters' })
  network?: string;
}
