import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ADDRESS_KINDS,
  type AddressBody,
  type AddressKind,
  type CustomerBody,
  type CustomerPage,
} from '@satchel/contracts';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';

export class AddressDto implements AddressBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ADDRESS_KINDS, enumName: 'AddressKind', example: 'email' })
  kind!: AddressKind;

  @ApiProperty({ example: 'anna.bergmann@example.com' })
  value!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was proven to be theirs.' })
  verifiedAt!: string | null;
}

export class CustomerDto implements CustomerBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'Anna Bergmann', description: 'The address where no name is known; never empty.' })
  name!: string;

  @ApiProperty({ type: String, nullable: true, example: 'de-DE', description: 'BCP 47 language tag.' })
  locale!: string | null;

  @ApiProperty({ type: [AddressDto] })
  addresses!: AddressDto[];

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'This customer was merged into that one. Absent otherwise.' })
  mergedInto?: string;
}

export class CustomerPageDto implements CustomerPage {
  @ApiProperty({ type: [CustomerDto] })
  data!: CustomerDto[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Pass it as `cursor` for the next page; null on the last.',
  })
  nextCursor!: string | null;
}

export class ListCustomersDto {
  @ApiPropertyOptional({ description: 'Part of a name or of an address.', example: 'bergmann' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'limit must be a whole number from 1 to 200.' })
  @Min(1, { message: 'limit must be at least 1.' })
  @Max(200, { message: 'limit must be at most 200.' })
  limit?: number;

  @ApiPropertyOptional({ description: 'The nextCursor of the page before.' })
  @IsOptional()
  @IsString()
  cursor?: string;
}

export class CustomerInputDto {
  @ApiPropertyOptional({ example: 'Anna Bergmann', maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(1, 200, { message: 'name must have 1 to 200 characters.' })
  name?: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'de-DE', description: 'BCP 47 language tag.' })
  @IsOptional()
  @Matches(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, { message: 'locale must be a language tag such as de or de-DE.' })
  locale?: string | null;

  @ApiPropertyOptional({ example: 'anna.bergmann@example.com', description: 'Added to their addresses.' })
  @IsOptional()
  @IsString()
  @MaxLength(320)
  email?: string;

  @ApiPropertyOptional({ example: '+49 30 123456', description: 'Added to their addresses; give the country code.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string;
}
