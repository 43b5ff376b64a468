import type { WidgetSendRequest, WidgetSessionRequest } from '@satchel/contracts';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** More than any channel takes in one message; the chat's own trait is checked as well. */
const MOST_FILES = 20;

/** What pages and forms give is cut and cleaned, not refused: no long address may keep anybody from chatting. */
const OneLine = (chars: number): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    // By way of bytes, as the database takes no half of a character.
    return Buffer.from(value.replace(/\p{Cc}+/gu, ' ').slice(0, chars)).toString();
  });

class PageDto {
  @OneLine(2_000) @IsString() url!: string;
  @OneLine(300) @IsString() title!: string;
}

class VisitorDto {
  @IsOptional() @OneLine(200) @IsString() name?: string;
  @IsOptional() @IsString() @MaxLength(320) email?: string;
  @IsOptional() @IsBoolean() consent?: boolean;
}

export class OpenSessionDto implements WidgetSessionRequest {
  @IsOptional() @IsString() @MaxLength(200) token?: string;
  @IsOptional() @IsString() @MaxLength(10_000) identity?: string;
  @IsOptional() @Matches(/^[\w-]{1,35}$/) locale?: string;
  @IsOptional() @ValidateNested() @Type(() => PageDto) page?: PageDto;
}

export class SendDto implements WidgetSendRequest {
  @Matches(/^[\w-]{8,100}$/, { message: 'clientId must be 8 to 100 letters, digits, "-" or "_"' }) clientId!: string;
  @IsString() @MaxLength(100_000) text!: string;
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_FILES) @IsUUID(undefined, { each: true }) files?: string[];
  @IsOptional() @ValidateNested() @Type(() => VisitorDto) visitor?: VisitorDto;
  @IsOptional() @ValidateNested() @Type(() => PageDto) page?: PageDto;
}

export class SeenDto {
  @IsUUID() messageId!: string;
}

export class AfterQuery {
  @IsOptional() @Matches(/^\d{1,19}\.\d{1,18}$/, { message: 'after must be a cursor of ours' }) after?: string;
}
