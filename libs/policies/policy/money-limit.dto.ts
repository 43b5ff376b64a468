import type { MoneyLimit } from '@satchel/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsNumber, Max, Min } from 'class-validator';
import { MOST } from './fields';
import { IsRecordOf } from './record-of';

const isUnits = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= MOST;
export const isLimit = (value: unknown): boolean => {
  const { units, byCurrency } = (value ?? {}) as Partial<MoneyLimit>;
  if (!isUnits(units) || typeof byCurrency !== 'object' || byCurrency === null) return false;
  return Object.entries(byCurrency).every(([currency, own]) => /^[A-Z]{3}$/.test(currency) && isUnits(own));
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
