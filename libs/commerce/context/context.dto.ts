import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  ContextSourceBody,
  CustomCardBody,
  CustomerBody,
  CustomerContextBody,
  LoyaltyMemberBody,
  PointsEntryBody,
  PointsLabel,
  PossibleMatchBody,
  RedemptionBody,
  SubscriptionBody,
  SubscriptionStatus,
} from '@satchel/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { MoneyDto } from '../order/money.dto';
import { OrderDto } from '../order/order.dto';

export class ContextQueryDto {
  @ApiPropertyOptional({
    enum: ['unverified'],
    description: 'Takes records under unverified addresses for theirs, too.',
  })
  @IsOptional()
  @IsIn(['unverified'])
  include?: 'unverified';

  @ApiPropertyOptional({
    enum: ['true', 'false'],
    description: 'Asks every system now, whatever it told within the minute.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  fresh?: 'true' | 'false';
}

class PointsLabelDto implements PointsLabel {
  @ApiProperty({ example: 'point' }) one!: string;
  @ApiProperty({ example: 'points' }) other!: string;
}

class NextTierDto {
  @ApiProperty({ example: 'Platinum' }) name!: string;
  @ApiProperty({ description: "What is missing, in the programme's own unit." }) missing!: number;
}

class PointsEntryDto implements PointsEntryBody {
  @ApiProperty() externalId!: string;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty() description!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

class RedemptionDto implements RedemptionBody {
  @ApiProperty() externalId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) code!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) pointsSpent!: number | null;
  @ApiProperty({ enum: ['used', 'unused', 'unknown'] }) usage!: RedemptionBody['usage'];
  @ApiProperty({ type: String, nullable: true }) expiresAt!: string | null;
}

class LoyaltyMemberDto implements LoyaltyMemberBody {
  @ApiProperty({ format: 'uuid' }) connectionId!: string;
  @ApiProperty() externalId!: string;
  @ApiProperty({ enum: ['member', 'candidate', 'disabled'] }) state!: LoyaltyMemberBody['state'];
  @ApiProperty({ type: 'integer', example: 1240 }) points!: number;
  @ApiProperty({ type: PointsLabelDto }) pointsLabel!: PointsLabelDto;
  @ApiProperty({ type: String, nullable: true, example: 'Gold' }) tier!: string | null;
  @ApiProperty({ type: NextTierDto, nullable: true }) nextTier!: NextTierDto | null;
  @ApiProperty({ type: String, format: 'uri', nullable: true }) referralUrl!: string | null;
  @ApiProperty({ type: [PointsEntryDto], description: 'Newest first.' }) history!: PointsEntryDto[];
  @ApiProperty({ type: [RedemptionDto], description: 'Newest first.' }) redemptions!: RedemptionDto[];
}

class IntervalDto {
  @ApiProperty({ type: 'integer', example: 2 }) count!: number;
  @ApiProperty({ enum: ['day', 'week', 'month', 'year'] }) unit!: SubscriptionBody['every']['unit'];
}

const SUBSCRIPTION: SubscriptionStatus[] = ['active', 'paused', 'cancelled', 'expired', 'unknown'];

class SubscriptionDto implements SubscriptionBody {
  @ApiProperty({ format: 'uuid' }) connectionId!: string;
  @ApiProperty() externalId!: string;
  @ApiProperty({ enum: SUBSCRIPTION, enumName: 'SubscriptionStatus' }) status!: SubscriptionStatus;
  @ApiProperty() product!: string;
  @ApiProperty({ type: String, nullable: true }) variant!: string | null;
  @ApiProperty({ type: String, nullable: true }) sku!: string | null;
  @ApiProperty({ type: 'integer' }) quantity!: number;
  @ApiProperty({ type: MoneyDto }) price!: MoneyDto;
  @ApiProperty({ type: IntervalDto }) every!: IntervalDto;
  @ApiProperty({ type: String, format: 'date', nullable: true }) nextChargeOn!: string | null;
  @ApiProperty() skipped!: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) cancelledAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) cancellationReason!: string | null;
}

class OpenTicketDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty() subject!: string;
  @ApiProperty() status!: string;
}

class CardFieldDto {
  @ApiProperty() label!: string;
  @ApiProperty() value!: string;
}

class CustomCardDto implements CustomCardBody {
  @ApiProperty({ format: 'uuid' }) connectionId!: string;
  @ApiProperty() operation!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [CardFieldDto] }) fields!: CardFieldDto[];
}

class PossibleMatchDto implements PossibleMatchBody {
  @ApiProperty({ format: 'uuid' }) connectionId!: string;
  @ApiProperty() externalId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ example: 'same mail address, not verified' }) reason!: string;
}

class ContextSourceDto implements ContextSourceBody {
  @ApiProperty({ format: 'uuid' }) connectionId!: string;
  @ApiProperty() label!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({
    enum: ['live', 'mirror', 'late', 'failed'],
    description: 'mirror: late, and shown as it last was. late: not in time, and nothing to show. failed: an error.',
  })
  state!: ContextSourceBody['state'];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) problem!: string | null;
}

export class CustomerContextDto implements CustomerContextBody {
  /** The customers room describes it; the document is one. */
  @ApiProperty({ allOf: [{ $ref: '#/components/schemas/CustomerDto' }] })
  customer!: CustomerBody;

  @ApiProperty({ type: [OrderDto], description: 'Newest first, at most 20.' })
  orders!: OrderDto[];

  @ApiProperty({ type: [LoyaltyMemberDto] })
  loyalty!: LoyaltyMemberDto[];

  @ApiProperty({ type: [SubscriptionDto] })
  subscriptions!: SubscriptionDto[];

  @ApiProperty({ type: [MoneyDto], description: 'Paid over all orders less what was refunded, one for each currency.' })
  lifetimeValue!: MoneyDto[];

  @ApiProperty({ type: 'integer' })
  orderCount!: number;

  @ApiProperty({ type: [OpenTicketDto] })
  openTickets!: OpenTicketDto[];

  @ApiProperty({ type: [CustomCardDto], description: "From connections of the merchant's own making." })
  cards!: CustomCardDto[];

  @ApiProperty({ type: [PossibleMatchDto], description: 'Shop records that may be this person; not taken for them.' })
  possibleMatches!: PossibleMatchDto[];

  @ApiProperty({
    type: [ContextSourceDto],
    description: 'How each outside system answered, and how old its facts are.',
  })
  sources!: ContextSourceDto[];

  @ApiProperty({ type: [String], description: 'Systems that did not answer, in words for a person.' })
  problems!: string[];
}
