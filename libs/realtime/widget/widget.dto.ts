import { WIDGET_LOCALES, type WidgetSendRequest, type WidgetSessionRequest } from '@satchel/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** More than any channel takes in one message; the chat's own trait is checked as well. */
const MOST_FILES = 20;

class PageDto {
  @IsString() @MaxLength(2_000) url!: string;
  @IsString() @MaxLength(500) title!: string;
}

class VisitorDto {
  @IsOptional() @IsString() @MaxLength(200) name?: string;
  @IsOptional() @IsString() @MaxLength(320) email?: string;
  @IsOptional() @IsBoolean() consent?: boolean;
}

export class OpenSessionDto implements WidgetSessionRequest {
  @IsOptional() @IsString() @MaxLength(200) token?: string;
  @IsOptional() @IsString() @MaxLength(10_000) identity?: string;
  @IsOptional() @IsIn(WIDGET_LOCALES) locale?: string;
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
