import { ApiProperty } from '@nestjs/swagger';
import { SHIPMENT_STATUSES } from '@satchel/contracts';
import type { ShipmentBody, ShipmentEventBody, ShipmentStatus } from '@satchel/contracts';

export class ShipmentEventDto implements ShipmentEventBody {
  @ApiProperty({
    example: '2026-11-19T08:12:00.000Z',
    description: 'An instant; local time without a zone, or a day, where the carrier tells no more.',
  })
  at!: string;

  @ApiProperty({ example: 'Departed from Facility' })
  description!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Köln, DE' })
  location!: string | null;
}

export class ShipmentDto implements ShipmentBody {
  @ApiProperty({ type: String, nullable: true, example: '1Z999AA10123456784' })
  trackingNumber!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'UPS' })
  carrier!: string | null;

  @ApiProperty({ type: String, format: 'uri', nullable: true })
  trackingUrl!: string | null;

  @ApiProperty({ enum: SHIPMENT_STATUSES, enumName: 'ShipmentStatus' })
  status!: ShipmentStatus;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '2026-11-22',
    description: "The carrier's own estimate, a day or an instant; null when it gives none.",
  })
  estimatedDelivery!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '2026-11-17T13:24:00.000Z' })
  deliveredAt!: string | null;

  @ApiProperty({ type: [ShipmentEventDto], description: 'Newest first.' })
  events!: ShipmentEventDto[];
}
