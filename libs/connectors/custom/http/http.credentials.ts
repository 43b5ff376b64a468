import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { Field } from '../../port';
import { addressProblems, HasNo, headerLines } from '../settings-check';
import { describedOperations } from './describe';

const AUTH = ['none', 'bearer', 'basic', 'header', 'query'] as const;
const needs =
  (...ways: string[]) =>
  (it: HttpCredentials) =>
    ways.includes(it.auth ?? 'none');

/** A system of the merchant's own that speaks HTTP with JSON. */
export class HttpCredentials {
  @Field({ label: 'Base URL', type: 'url', help: 'What every path begins with: https://members.example.com/api' })
  @HasNo(addressProblems)
  baseUrl!: string;

  @Field({
    label: 'How it knows us',
    type: 'choice',
    required: false,
    options: [
      { value: 'none', label: 'It asks for nothing' },
      { value: 'bearer', label: 'Bearer token' },
      { value: 'basic', label: 'User name and password' },
      { value: 'header', label: 'Key in a header' },
      { value: 'query', label: 'Key in the address' },
    ],
  })
  @IsOptional()
  @IsIn(AUTH)
  auth?: (typeof AUTH)[number];

  @Field({ label: 'User name', type: 'text', required: false, help: 'For a user name and password' })
  @ValidateIf(needs('basic'))
  @IsString()
  @IsNotEmpty({ message: 'is needed with a password' })
  @MaxLength(500)
  userName?: string;

  @Field({ label: 'Name of the key', type: 'text', required: false, help: 'The header or the query field: X-Api-Key' })
  @ValidateIf(needs('header', 'query'))
  @Matches(/^[A-Za-z0-9_.-]{1,80}$/, { message: 'must say in which header or query field the key goes' })
  keyName?: string;

  @Field({ label: 'Token, password or key', type: 'secret', required: false })
  @ValidateIf(needs('bearer', 'basic', 'header', 'query'))
  @IsString({ message: 'is needed: the system asks for it' })
  @Matches(/^[\x20-\x7e]{1,4000}$/, { message: 'holds a character that cannot be sent' })
  secret?: string;

  @Field({
    label: 'Headers',
    type: 'long_text',
    required: false,
    help: 'Sent each time, a line each: X-Shop: fernhill',
  })
  @IsOptional()
  @HasNo((value) => headerLines(value).problems)
  headers?: string;

  @Field({
    label: 'Path to try',
    type: 'text',
    required: false,
    help: 'Answers when our credentials are good: /status',
  })
  @IsOptional()
  @Matches(/^\/[^\s?#\\]{0,500}$/, { message: 'must begin with / and hold no space, ? or #' })
  checkPath?: string;

  @Field({
    label: 'Operations',
    type: 'long_text',
    required: false,
    help: 'What it can do, as JSON',
    editor: 'own',
  })
  @HasNo((value) => describedOperations(value).problems)
  operations?: unknown;
}
