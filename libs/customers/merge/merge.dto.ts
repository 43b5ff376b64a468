import { ApiProperty } from '@nestjs/swagger';
import {
  ADDRESS_KINDS,
  type AddressKind,
  type CustomerMergeBody,
  type MergeCustomerRequest,
  type Page,
} from '@satchel/contracts';
import { IsUUID } from 'class-validator';

export class MergeCustomerDto implements MergeCustomerRequest {
  @ApiProperty({ format: 'uuid', description: 'Whose addresses and tickets come to the customer in the path.' })
  @IsUUID()
  otherId!: string;
}

class MergedAddressDto {
  @ApiProperty({ enum: ADDRESS_KINDS, enumName: 'AddressKind' }) kind!: AddressKind;
  @ApiProperty({ example: 'anna@example.com' }) value!: string;
}

class MergedCustomerDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'A. Bergmann' }) name!: string;
  @ApiProperty({ type: [MergedAddressDto] }) addresses!: MergedAddressDto[];
}

class MergedByDto {
  @ApiProperty({ enum: ['person', 'api'] }) kind!: string;
  @ApiProperty({ type: String, nullable: true }) id!: string | null;
  @ApiProperty({ example: 'Maya Lindqvist' }) name!: string;
}

export class CustomerMergeDto implements CustomerMergeBody {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) survivorId!: string;
  @ApiProperty({ type: MergedCustomerDto, description: 'As they were.' }) merged!: MergedCustomerDto;
  @ApiProperty({ type: MergedByDto }) by!: MergedByDto;
  @ApiProperty({ format: 'date-time' }) mergedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) undoneAt!: string | null;
}

export class CustomerMergesDto implements Page<CustomerMergeBody> {
  @ApiProperty({ type: [CustomerMergeDto] }) data!: CustomerMergeDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
