import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** The kinds of fields that a document of rules has. */
export const MOST = 1_000_000_000;
export const OrNull = (): PropertyDecorator => ValidateIf((_, value) => value !== null);

export function Nested(type: new () => object): PropertyDecorator {
  return (target, name) => {
    for (const rule of [IsDefined(), ValidateNested(), Type(() => type), ApiProperty({ type })]) rule(target, name);
  };
}
export function Whole(most: number, description?: string): PropertyDecorator {
  return (target, name) => {
    const shown = ApiProperty({ type: 'integer', minimum: 0, maximum: most, description });
    for (const rule of [IsInt(), Min(0), Max(most), shown]) rule(target, name);
  };
}
function Words(rule: PropertyDecorator, description: string): PropertyDecorator {
  return (target, name) => {
    const shown = ApiProperty({ type: [String], description });
    for (const one of [IsArray(), ArrayMaxSize(200), rule, shown]) one(target, name);
  };
}
export const ActionNames = (description: string): PropertyDecorator =>
  Words(Matches(/^[a-z_]{1,60}$/, { each: true }), description);
export const Texts = (description: string): PropertyDecorator => {
  const rule: PropertyDecorator = (target, name) => {
    for (const one of [IsString({ each: true }), Length(1, 100, { each: true })]) one(target, name);
  };
  return Words(rule, description);
};

/** A part that came later: an older program leaves it out. */
export function Later(type: new () => object): PropertyDecorator {
  return (target, name) => {
    for (const rule of [IsOptional(), ValidateNested(), Type(() => type), ApiPropertyOptional({ type })])
      rule(target, name);
  };
}

export function LimitOrNull(type: new () => object): PropertyDecorator {
  return (target, name) => {
    const shown = ApiProperty({ type, nullable: true, description: 'Null: without a limit.' });
    for (const rule of [OrNull(), IsDefined(), ValidateNested(), Type(() => type), shown]) rule(target, name);
  };
}

export function WholeOrNull(most: number, description = 'Null: without a limit.'): PropertyDecorator {
  return (target, name) => {
    const shown = ApiProperty({ type: 'integer', minimum: 0, maximum: most, nullable: true, description });
    for (const rule of [OrNull(), IsInt(), Min(0), Max(most), shown]) rule(target, name);
  };
}
