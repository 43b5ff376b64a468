import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Author, ProcedureBody, ProcedureListBody, WriteProcedureRequest } from '@satchel/contracts';
import { IsBoolean, IsInt, IsObject, IsOptional, Min } from 'class-validator';

const ORIGINS = ['house', 'edited', 'own'] as const;
const DOCUMENT = 'Slots and steps, as plain data. `GET` one that is shipped to see how it looks.';

export class ProcedureDto implements ProcedureBody {
  @ApiProperty({ example: 'cancel-order' }) name!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: [String], description: 'The wishes that start it.' }) intents!: string[];
  @ApiProperty({
    enum: ORIGINS,
    description: "house: as shipped; edited: the shop's version of it; own: the shop's alone.",
  })
  origin!: (typeof ORIGINS)[number];
  @ApiProperty({ description: 'Switched off: a person gets what it would work.' }) off!: boolean;
  @ApiProperty({ type: 'integer', description: '0: as it is shipped.' }) version!: number;
  @ApiProperty({ type: Object, description: DOCUMENT }) document!: Record<string, unknown>;
  @ApiProperty({ type: Object, nullable: true }) changedBy!: Author | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changedAt!: string | null;
}

export class ProcedureListDto implements ProcedureListBody {
  @ApiProperty({ type: [ProcedureDto] }) data!: ProcedureDto[];
}

export class CreateProcedureDto implements Pick<WriteProcedureRequest, 'document'> {
  @ApiProperty({ type: Object, description: DOCUMENT })
  @IsObject()
  document!: Record<string, unknown>;

  @ApiPropertyOptional({
    description: 'Plays the simulations first: 409 `simulations_red` when one that was green turns red.',
  })
  @IsOptional()
  @IsBoolean()
  requireGreen?: boolean;

  @ApiPropertyOptional({ description: 'For owners: publish all the same.' })
  @IsOptional()
  @IsBoolean()
  force?: boolean;
}

export class ChangeProcedureDto extends CreateProcedureDto implements WriteProcedureRequest {
  @ApiPropertyOptional({ type: 'integer', description: 'Refused with 409 when it changed since this version.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  expectedVersion?: number;
}
