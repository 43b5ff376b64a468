import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  Author,
  ProcedureBody,
  ProcedureDocumentBody,
  ProcedureListBody,
  ProcedurePartsBody,
  ProcedureProblemsBody,
  ProcedureToolBody,
  ProcedureVersionBody,
  ProcedureVersionPage,
  WriteProcedureRequest,
} from '@satchel/contracts';
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
  @ApiProperty({ type: Object, description: DOCUMENT }) document!: ProcedureDocumentBody;
  @ApiProperty({ type: Object, nullable: true }) changedBy!: Author | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changedAt!: string | null;
}

export class ProcedureListDto implements ProcedureListBody {
  @ApiProperty({ type: [ProcedureDto] }) data!: ProcedureDto[];
}

export class ProcedureVersionDto implements ProcedureVersionBody {
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: Object }) changedBy!: Author;
  @ApiProperty({ type: String, format: 'date-time' }) changedAt!: string;
  @ApiProperty({ type: Object, nullable: true, description: 'Null: back to what is shipped.' })
  document!: ProcedureDocumentBody | null;
}

export class ProcedureVersionPageDto implements ProcedureVersionPage {
  @ApiProperty({ type: [ProcedureVersionDto] }) data!: ProcedureVersionDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class ProcedurePartsDto implements ProcedurePartsBody {
  @ApiProperty({ type: [Object], description: 'What conditions may ask about.' }) facts!: ProcedurePartsBody['facts'];
  @ApiProperty({ type: [Object], description: "The house's own sentences, by language." })
  phrases!: ProcedurePartsBody['phrases'];
  @ApiProperty({ type: [Object] }) lookUps!: ProcedureToolBody[];
  @ApiProperty({ type: [Object] }) actions!: ProcedureToolBody[];
  @ApiProperty({ type: [Object], description: 'Why a person may take over.' }) reasons!: ProcedurePartsBody['reasons'];
  @ApiProperty({ type: [String] }) intents!: string[];
  @ApiProperty({ type: [String] }) tellers!: string[];
  @ApiProperty({ type: [String] }) slotKinds!: string[];
  @ApiProperty({ type: [String] }) origins!: string[];
}

export class ProcedureProblemsDto implements ProcedureProblemsBody {
  @ApiProperty({
    type: [Object],
    description: '"steps.3" is the third step, "steps.3.branches.1.steps.2" one inside it.',
  })
  problems!: ProcedureProblemsBody['problems'];
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
