import { ApiProperty } from '@nestjs/swagger';
import type { PaymentBody, RefundBody, RefundStatus, ReturnBody, ReturnStatus } from '@satchel/contracts';
import { MoneyDto } from './money.dto';

const REFUND: RefundStatus[] = ['pending', 'succeeded', 'failed', 'cancelled', 'unknown'];
const RETURN: ReturnStatus[] = [
  'requested',
  'approved',
  'declined',
  'in_transit',
  'received',
  'refunded',
  'closed',
  'cancelled',
  'unknown',
];

export class PaymentDto implements PaymentBody {
  @ApiProperty({ example: 'stripe' })
  gateway!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Charge, payment intent or capture id.' })
  reference!: string | null;

  @ApiProperty({ type: MoneyDto })
  amount!: MoneyDto;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  paidAt!: string | null;
}

export class RefundDto implements RefundBody {
  @ApiProperty()
  externalId!: string;

  @ApiProperty({ type: MoneyDto })
  amount!: MoneyDto;

  @ApiProperty({ enum: REFUND, enumName: 'RefundStatus' })
  status!: RefundStatus;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, nullable: true, description: "What the customer's bank can find it by (an ARN)." })
  reference!: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

class ReturnLineDto {
  @ApiProperty({ type: String, nullable: true }) orderLineId!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty({ type: 'integer' }) quantity!: number;
}

export class ReturnDto implements ReturnBody {
  @ApiProperty()
  externalId!: string;

  @ApiProperty({ type: String, nullable: true, example: '#1003-R1' })
  number!: string | null;

  @ApiProperty({ enum: RETURN, enumName: 'ReturnStatus' })
  status!: ReturnStatus;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;

  @ApiProperty({ type: [ReturnLineDto] })
  lines!: ReturnLineDto[];

  @ApiProperty({ format: 'date-time' })
  requestedAt!: string;

  @ApiProperty({ type: String, format: 'uri', nullable: true, description: 'A label, or a page that tells how.' })
  instructionsUrl!: string | null;
}
