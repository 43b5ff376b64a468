import type {
  Assurance,
  Author,
  MoneyLimit,
  PolicyBody,
  PolicyDocument,
  RoleLimits,
  UpdatePolicyRequest,
} from '@satchel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsRecordOf } from './record-of';

const MOST = 1_000_000_000;
const isUnits = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= MOST;
const isAssurance = (value: unknown): boolean => [0, 1, 2, 3].includes(value as number);
const OrNull = (): PropertyDecorator => ValidateIf((_, value) => value !== null);

function Nested(type: new () => object): PropertyDecorator {
  return (target, name) => {
    for (const rule of [IsDefined(), ValidateNested(), Type(() => type), ApiProperty({ type })]) rule(target, name);
  };
}
function Whole(most: number, description?: string): PropertyDecorator {
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
const ActionNames = (description: string): PropertyDecorator =>
  Words(Matches(/^[a-z_]{1,60}$/, { each: true }), description);
const Texts = (description: string): PropertyDecorator => {
  const rule: PropertyDecorator = (target, name) => {
    for (const one of [IsString({ each: true }), Length(1, 100, { each: true })]) one(target, name);
  };
  return Words(rule, description);
};

export class MoneyLimitDto implements MoneyLimit {
  @ApiProperty({ example: 50, description: "In whole units of the order's own currency." })
  @IsNumber()
  @Min(0)
  @Max(MOST)
  units!: number;

  @ApiProperty({ example: { JPY: 7500 }, description: 'Currencies with a limit of their own.' })
  @IsRecordOf(/^[A-Z]{3}$/, isUnits, 'an object of numbers under currency codes')
  byCurrency!: Record<string, number>;
}

class AiRefundDto {
  @Nested(MoneyLimitDto) approvalAbove!: MoneyLimitDto;
  @Nested(MoneyLimitDto) denyAbove!: MoneyLimitDto;
  @Whole(3650) withinDaysOfDelivery!: number;
  @Whole(1000, 'This one included.') mostIn90Days!: number;
}

class AiPointsDto {
  @Whole(MOST) mostAtOnce!: number;
  @Whole(MOST) mostIn90Days!: number;
}

class AiDiscountDto {
  @Whole(100) mostPercent!: number;
  @Nested(MoneyLimitDto) mostAmount!: MoneyLimitDto;
  @Whole(1000) mostIn90Days!: number;
}

class AiRulesDto {
  @ActionNames('Actions that the AI never does.') never!: string[];
  @ActionNames('Actions that the AI asks the customer about once more.') confirm!: string[];

  @ApiProperty({ example: { refund: 3 }, description: 'Actions that need a surer identity than they declare.' })
  @IsRecordOf(/^[a-z_]{1,60}$/, isAssurance, 'an object of assurances (0 to 3) under names of actions')
  assurance!: Record<string, Assurance>;

  @Nested(AiRefundDto) refund!: AiRefundDto;
  @Nested(AiPointsDto) points!: AiPointsDto;
  @Nested(AiDiscountDto) discount!: AiDiscountDto;
}

class RoleLimitsDto implements RoleLimits {
  @ApiProperty({ type: MoneyLimitDto, nullable: true, description: 'Null: without a limit.' })
  @OrNull()
  @IsDefined()
  @ValidateNested()
  @Type(() => MoneyLimitDto)
  refund!: MoneyLimitDto | null;

  @ApiProperty({ type: 'integer', nullable: true })
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(100)
  discountPercent!: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(MOST)
  points!: number | null;
}

class RolesDto {
  @Nested(RoleLimitsDto) agent!: RoleLimitsDto;
  @Nested(RoleLimitsDto) lead!: RoleLimitsDto;
  @Nested(RoleLimitsDto) admin!: RoleLimitsDto;
}

class ReturnsDto {
  @Whole(3650) windowDays!: number;
  @Texts('Products with one of these tags do not go back.') excludedTags!: string[];
  @Texts('SKUs that do not go back; * stands for anything.') excludedSkus!: string[];
}

class CancelDto {
  @ApiProperty() @IsBoolean() onlyUnfulfilled!: boolean;
}

class AddressDto {
  @ApiProperty() @IsBoolean() onlyBeforeShipping!: boolean;
}

class DiscountsDto {
  @Whole(100) mostPercent!: number;
  @Nested(MoneyLimitDto) mostAmount!: MoneyLimitDto;
  @Whole(3650) mostDays!: number;
}

class OfferDto {
  @ApiProperty() @IsString() @Length(1, 500) text!: string;

  @ApiProperty({ type: String, enum: ['skip_subscription', null], nullable: true })
  @IsIn(['skip_subscription', null])
  action!: 'skip_subscription' | null;
}

class SubscriptionsDto {
  @ApiProperty() @IsBoolean() offerFirst!: boolean;
  @Nested(OfferDto) offer!: OfferDto;
}

export class PolicyDocumentDto implements PolicyDocument {
  @Nested(AiRulesDto) ai!: AiRulesDto;
  @Nested(RolesDto) roles!: RolesDto;
  @Nested(ReturnsDto) returns!: ReturnsDto;
  @Nested(CancelDto) cancel!: CancelDto;
  @Nested(AddressDto) address!: AddressDto;
  @Nested(DiscountsDto) discounts!: DiscountsDto;
  @Nested(SubscriptionsDto) subscriptions!: SubscriptionsDto;
}

export class UpdatePolicyDto implements UpdatePolicyRequest {
  @Nested(PolicyDocumentDto) document!: PolicyDocumentDto;

  @ApiPropertyOptional({ type: 'integer', description: 'Refused with 409 when the rules changed since this version.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  expectedVersion?: number;
}

class SentenceDto {
  @ApiProperty({ example: 'refund.amount' }) rule!: string;
  @ApiProperty() text!: string;
}

export class PolicyDto implements PolicyBody {
  @ApiProperty({ type: 'integer', description: '0: nobody changed the defaults yet.' }) version!: number;
  @ApiProperty({ type: PolicyDocumentDto }) document!: PolicyDocumentDto;
  @ApiProperty({ type: [SentenceDto], description: 'What the rules mean.' }) sentences!: SentenceDto[];
  @ApiProperty({ type: Object, nullable: true }) changedBy!: Author | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changedAt!: string | null;
}
