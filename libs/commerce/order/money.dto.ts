import { ApiProperty } from '@nestjs/swagger';
import type { Money } from '@satchel/contracts';

export class MoneyDto implements Money {
  @ApiProperty({ type: 'integer', example: 24900, description: 'In minor units (cents) of the currency.' })
  amount!: number;

  @ApiProperty({ example: 'EUR', description: 'ISO 4217.' })
  currency!: string;
}
