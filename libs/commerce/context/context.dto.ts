import { ApiProperty } from '@nestjs/swagger';
import type { CustomerBody, CustomerContextBody } from '@satchel/contracts';
import { OrderDto } from '../order/order.dto';

export class CustomerContextDto implements CustomerContextBody {
  /** The customers room describes it; the document is one. */
  @ApiProperty({ allOf: [{ $ref: '#/components/schemas/CustomerDto' }] })
  customer!: CustomerBody;

  @ApiProperty({ type: [OrderDto], description: 'Newest first, at most 20.' })
  orders!: OrderDto[];

  @ApiProperty({ type: [String], description: 'Shops that did not answer, in words for a person.' })
  problems!: string[];
}
