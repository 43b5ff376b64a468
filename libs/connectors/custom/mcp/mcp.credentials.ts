import { IsIn, IsOptional, IsString, Matches, ValidateIf } from 'class-validator';
import { Field } from '../../port';
import { addressProblems, HasNo, headerLines } from '../settings-check';
import { tickedTools } from './ticked-tools';

const AUTH = ['none', 'bearer', 'header'] as const;

/** A server that speaks MCP over Streamable HTTP. */
export class McpCredentials {
  @Field({ label: 'Address of the server', type: 'url', help: 'https://tools.example.com/mcp' })
  @HasNo(addressProblems)
  url!: string;

  @Field({
    label: 'How it knows us',
    type: 'choice',
    required: false,
    options: [
      { value: 'none', label: 'It asks for nothing' },
      { value: 'bearer', label: 'Bearer token' },
      { value: 'header', label: 'Key in a header' },
    ],
  })
  @IsOptional()
  @IsIn(AUTH)
  auth?: (typeof AUTH)[number];

  @Field({ label: 'Name of the header', type: 'text', required: false, help: 'For a key in a header: X-Api-Key' })
  @ValidateIf((it: McpCredentials) => it.auth === 'header')
  @Matches(/^[A-Za-z0-9_.-]{1,80}$/, { message: 'must say in which header the key goes' })
  keyName?: string;

  @Field({ label: 'Token or key', type: 'secret', required: false })
  @ValidateIf((it: McpCredentials) => it.auth === 'bearer' || it.auth === 'header')
  @IsString({ message: 'is needed: the server asks for it' })
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
    label: 'Tools',
    type: 'long_text',
    required: false,
    help: 'What may be used, as JSON; empty: what only reads',
    editor: 'own',
  })
  @HasNo((value) => tickedTools(value).problems)
  tools?: unknown;
}
