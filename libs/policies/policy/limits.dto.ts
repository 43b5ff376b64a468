import { type Cap, CUSTOMER_LANGUAGES, type MoneyLimit, type PolicyDocument, type TierStep } from '@satchel/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { LimitOrNull, MOST, Nested, OrNull, Texts, Whole, WholeOrNull } from './fields';
import { isLimit, MoneyLimitDto } from './money-limit.dto';
import { IsRecordOf } from './record-of';

const MOST_WORDS = 1_000;

export const isSwitch = (value: unknown): boolean => value === 'ai' || value === 'everybody';
export const isTexts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(
    ([language, text]: [string, unknown]) =>
      CUSTOMER_LANGUAGES.some((one) => one === language) &&
      typeof text === 'string' &&
      text.trim().length > 0 &&
      text.length <= MOST_WORDS,
  );

class CapDto implements Cap {
  @LimitOrNull(MoneyLimitDto) amount!: MoneyLimitDto | null;
  @WholeOrNull(MOST) count!: number | null;
}

class CapPairDto {
  @Nested(CapDto) ai!: CapDto;
  @Nested(CapDto) all!: CapDto;
}

class CountsDto {
  @WholeOrNull(1_000) ai!: number | null;
  @WholeOrNull(1_000) all!: number | null;
}

export class CapsDto {
  @ApiProperty({ example: { cancel_order: { units: 500, byCurrency: {} } }, description: 'By the name of the action.' })
  @IsRecordOf(/^[a-z_]{1,60}$/, isLimit, 'an object of limits under names of actions')
  action!: Record<string, MoneyLimit>;

  @Nested(CountsDto) order!: CountsDto;
  @Nested(CapPairDto) customer30Days!: CapPairDto;
  @Nested(CapPairDto) shopHour!: CapPairDto;
  @Nested(CapPairDto) shopDay!: CapPairDto;
}

class TierStepDto implements TierStep {
  @ApiProperty({ type: String, nullable: true }) @OrNull() @IsString() @Length(1, 100) tier!: string | null;
  @ApiProperty({ type: String, nullable: true }) @OrNull() @IsString() @Length(1, 100) tag!: string | null;
  @ApiProperty({ type: 'integer' }) @IsInt() @Min(0) @Max(1_000) percent!: number;
}

export class TiersDto {
  @ApiProperty({ type: [TierStepDto] })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TierStepDto)
  steps!: TierStepDto[];

  @LimitOrNull(MoneyLimitDto) ceiling!: MoneyLimitDto | null;
}

export class FraudDto {
  @Texts("Tags of the customer's tickets that call for care.") tags!: string[];
  @ApiProperty({ enum: ['needs_approval', 'deny'] })
  @IsIn(['needs_approval', 'deny'])
  tagged!: PolicyDocument['fraud']['tagged'];
  @ApiProperty({ enum: ['allow', 'needs_approval', 'deny'] })
  @IsIn(['allow', 'needs_approval', 'deny'])
  highRisk!: PolicyDocument['fraud']['highRisk'];
}

export class FinalSaleDto {
  @ApiProperty() @IsBoolean() noRefund!: boolean;
}

export class GoodwillDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 90 }) @IsInt() @Min(1) @Max(90) withinDays!: number;
  @Whole(100, 'Of the gift before.') furtherPercent!: number;
  @LimitOrNull(MoneyLimitDto) customer!: MoneyLimitDto | null;
  @LimitOrNull(MoneyLimitDto) shopMonth!: MoneyLimitDto | null;
  @ApiProperty({ type: 'integer', minimum: 1 }) @IsInt() @Min(1) @Max(MOST) pointsPerUnit!: number;
  @Whole(MOST, 'In units.') percentCountsAs!: number;
}

export class ClaimsDto {
  @WholeOrNull(1_000, 'Null: never.') from!: number | null;
  @Whole(100, "Of the customer's orders.") percentOfOrders!: number;
}
