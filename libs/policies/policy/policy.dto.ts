import type {
  Assurance,
  Author,
  PolicyBody,
  PolicyDocument,
  PolicyDraft,
  PolicyVersionBody,
  PolicyVersionPage,
  RoleLimits,
  UpdatePolicyRequest,
} from '@satchel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { ActionNames, Later, LimitOrNull, MOST, Nested, Texts, Whole, WholeOrNull } from './fields';
import { CapsDto, ClaimsDto, FinalSaleDto, FraudDto, GoodwillDto, isSwitch, isTexts, TiersDto } from './limits.dto';
import { MoneyLimitDto } from './money-limit.dto';
import { IsRecordOf } from './record-of';

const isAssurance = (value: unknown): boolean => [0, 1, 2, 3].includes(value as number);

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
  @LimitOrNull(MoneyLimitDto) refund!: MoneyLimitDto | null;
  @WholeOrNull(100) discountPercent!: number | null;
  @WholeOrNull(MOST) points!: number | null;
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

export class PolicyDocumentDto implements PolicyDraft {
  @Nested(AiRulesDto) ai!: AiRulesDto;
  @Nested(RolesDto) roles!: RolesDto;
  @Nested(ReturnsDto) returns!: ReturnsDto;
  @Nested(CancelDto) cancel!: CancelDto;
  @Nested(AddressDto) address!: AddressDto;
  @Nested(DiscountsDto) discounts!: DiscountsDto;
  @Nested(SubscriptionsDto) subscriptions!: SubscriptionsDto;

  @ApiPropertyOptional({ example: { refund: 'ai' }, description: 'Actions switched off, for the AI or for everybody.' })
  @IsOptional()
  @IsRecordOf(/^[a-z_]{1,60}$/, isSwitch, "an object of 'ai' or 'everybody' under names of actions")
  off?: PolicyDocument['off'];

  @Later(CapsDto) caps?: CapsDto;
  @Later(TiersDto) tiers?: TiersDto;
  @Later(FraudDto) fraud?: FraudDto;
  @Later(FinalSaleDto) finalSale?: FinalSaleDto;
  @Later(GoodwillDto) goodwill?: GoodwillDto;
  @Later(ClaimsDto) claims?: ClaimsDto;

  @ApiPropertyOptional({
    example: { 'returns.window': { en: 'Thirty days have passed.' } },
    description: "The shop's own words for the customer, by rule and language.",
  })
  @IsOptional()
  @IsRecordOf(
    /^[a-z0-9.-]{1,60}$/i,
    isTexts,
    'an object of texts by language (en, de, nl, fr, es) under names of rules',
  )
  wording?: PolicyDocument['wording'];
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
  @ApiProperty({ type: PolicyDocumentDto }) document!: PolicyDocument;
  @ApiProperty({ type: [SentenceDto], description: 'What the rules mean.' }) sentences!: SentenceDto[];
  @ApiProperty({ type: Object, nullable: true }) changedBy!: Author | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changedAt!: string | null;
}

class SentenceChangeDto {
  @ApiProperty({ example: 'returns.window' }) rule!: string;
  @ApiProperty() before!: string;
  @ApiProperty() after!: string;
}

class PolicyVersionDto implements PolicyVersionBody {
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: Object }) changedBy!: Author;
  @ApiProperty({ format: 'date-time' }) changedAt!: string;
  @ApiProperty({ type: [SentenceChangeDto], description: 'Against the version before it.' })
  changes!: SentenceChangeDto[];
  @ApiProperty({ type: PolicyDocumentDto }) document!: PolicyDocument;
}

export class PolicyVersionPageDto implements PolicyVersionPage {
  @ApiProperty({ type: [PolicyVersionDto] }) data!: PolicyVersionDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class VersionsQuery {
  @ApiPropertyOptional({ type: 'integer', description: 'Older than this version: `nextCursor` of the page before.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  cursor?: number;

  @ApiPropertyOptional({ type: 'integer', default: 20, maximum: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 20;
}
