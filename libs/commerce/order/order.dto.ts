import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FulfilmentStatus, OrderBody, OrderLineBody, Page, PaymentStatus } from '@satchel/contracts';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { ShipmentDto } from '../shipment/shipment.dto';
import { MoneyDto } from './money.dto';
import { PaymentDto, RefundDto, ReturnDto } from './refund.dto';

const PAYMENT: PaymentStatus[] = [
  'pending',
  'authorized',
  'paid',
  'partially_refunded',
  'refunded',
  'voided',
  'unknown',
];
const FULFILMENT: FulfilmentStatus[] = ['unfulfilled', 'partial', 'fulfilled', 'on_hold', 'cancelled', 'unknown'];

export class FindOrdersDto {
  @ApiPropertyOptional({ example: '#1001', description: 'As a customer types it; exact.' })
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'number must have at most 100 characters.' })
  number?: string;

  @ApiPropertyOptional({ example: 'anna.bergmann@example.com' })
  @IsOptional()
  @IsString()
  @MaxLength(320, { message: 'email must have at most 320 characters.' })
  email?: string;
}

export class OrderLineDto implements OrderLineBody {
  @ApiProperty({ type: String, nullable: true, description: "The shop's own id of the line." })
  id!: string | null;

  @ApiProperty({ example: 'Skarn 3L Rain Jacket' })
  title!: string;

  @ApiProperty({ type: String, nullable: true, example: 'M' })
  variant!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'FH-JKT-SKARN-M' })
  sku!: string | null;

  @ApiProperty({ type: 'integer', example: 1 })
  quantity!: number;

  @ApiProperty({ type: MoneyDto })
  unitPrice!: MoneyDto;

  @ApiProperty({ type: 'integer', nullable: true, description: 'How many went out; null: the shop does not tell.' })
  shipped!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'How many can still be refunded.' })
  refundable!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'How many can still be sent back.' })
  returnable!: number | null;
}

export class ShippingAddressDto {
  @ApiProperty({ example: 'Anna Bergmann' })
  name!: string;

  @ApiProperty({ type: [String], example: ['Lindenstraße 12'] })
  lines!: string[];

  @ApiProperty({ example: 'Berlin' })
  city!: string;

  @ApiProperty({ example: '10969' })
  postcode!: string;

  @ApiProperty({ example: 'DE', description: 'ISO 3166-1 alpha-2 where the shop tells it.' })
  country!: string;
}

export class OrderDto implements OrderBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid', description: 'The shop it is from.' })
  connectionId!: string;

  @ApiProperty({ description: "The shop's own id." })
  externalId!: string;

  @ApiProperty({ example: '#1001' })
  number!: string;

  @ApiProperty({ type: String, nullable: true })
  email!: string | null;

  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;

  @ApiProperty({ format: 'date-time' })
  placedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  cancelledAt!: string | null;

  @ApiProperty({ enum: PAYMENT, enumName: 'PaymentStatus' })
  payment!: PaymentStatus;

  @ApiProperty({ enum: FULFILMENT, enumName: 'FulfilmentStatus' })
  fulfilment!: FulfilmentStatus;

  @ApiProperty({ type: String, nullable: true, description: "A status of the shop's own making." })
  customStatus!: string | null;

  @ApiProperty({ type: MoneyDto })
  total!: MoneyDto;

  @ApiProperty({ type: MoneyDto })
  refunded!: MoneyDto;

  @ApiProperty({ type: [OrderLineDto] })
  lines!: OrderLineDto[];

  @ApiProperty({ type: ShippingAddressDto, nullable: true })
  shippingAddress!: ShippingAddressDto | null;

  @ApiProperty({ type: [ShipmentDto] })
  shipments!: ShipmentDto[];

  @ApiProperty({ type: [PaymentDto] })
  payments!: PaymentDto[];

  @ApiProperty({ type: [RefundDto], description: 'Newest first.' })
  refunds!: RefundDto[];

  @ApiProperty({ type: [ReturnDto], description: 'Newest first.' })
  returns!: ReturnDto[];

  @ApiProperty({ type: [String], example: ['SPRING10'] })
  discountCodes!: string[];

  @ApiProperty({ type: String, format: 'uri', nullable: true, description: "The order in the shop's own admin." })
  adminUrl!: string | null;

  @ApiProperty({ format: 'date-time', description: 'When the shop told it.' })
  fetchedAt!: string;

  @ApiProperty({ description: 'The shop was asked since and did not answer.' })
  stale!: boolean;
}

export class FoundOrdersDto implements Page<OrderBody> {
  @ApiProperty({ type: [OrderDto], description: 'Newest first.' })
  data!: OrderDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null.' })
  nextCursor!: string | null;

  @ApiProperty({ type: [String], description: 'Shops that did not answer, in words for a person.' })
  problems!: string[];
}
