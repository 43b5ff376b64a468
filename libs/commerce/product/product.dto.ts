import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Page, ProductBody, VariantBody } from '@satchel/contracts';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { MoneyDto } from '../order/money.dto';

export class FindProductsDto {
  @ApiPropertyOptional({ example: 'rain jacket', description: 'Words that begin a word of its title or sku.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ example: 'FH-JKT-SKARN-M', description: 'Exact, in any case.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  sku?: string;

  @ApiPropertyOptional({ type: 'integer', default: 20, maximum: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

class VariantDto implements VariantBody {
  @ApiProperty() externalId!: string;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty({ type: String, nullable: true }) sku!: string | null;
  @ApiProperty({ type: MoneyDto }) price!: MoneyDto;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null: not counted.' }) stock!: number | null;
}

class ProductDto implements ProductBody {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'The shop it is from.' }) connectionId!: string;
  @ApiProperty({ description: "The shop's own id." }) externalId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Plain text.' }) description!: string | null;
  @ApiProperty({ type: String, format: 'uri', nullable: true }) url!: string | null;
  @ApiProperty({ type: String, format: 'uri', nullable: true }) imageUrl!: string | null;
  @ApiProperty() active!: boolean;
  @ApiProperty({ type: [VariantDto] }) variants!: VariantDto[];
}

export class ProductPageDto implements Page<ProductBody> {
  @ApiProperty({ type: [ProductDto] }) data!: ProductDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null.' }) nextCursor!: string | null;
}
