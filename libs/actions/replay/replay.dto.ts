import {
  type ActionVerdict,
  ACTION_VERDICTS,
  type MoneyByCurrency,
  type PolicyDocument,
  type PolicyReplayBody,
  type ReplayPolicyRequest,
  type ReplaySide,
} from '@satchel/contracts';
import { PolicyDocumentDto } from '@satchel/policies';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';

const sums = { type: 'object', additionalProperties: { type: 'integer' }, example: { EUR: 31_200 } } as const;

export class ReplayPolicyDto implements ReplayPolicyRequest {
  @ApiProperty({ type: PolicyDocumentDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => PolicyDocumentDto)
  document!: PolicyDocument;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 90, default: 30 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(90)
  days?: number;
}

class ReplayMoneyDto {
  @ApiProperty(sums) allowed!: MoneyByCurrency;
  @ApiProperty(sums) confirm!: MoneyByCurrency;
  @ApiProperty(sums) approval!: MoneyByCurrency;
  @ApiProperty(sums) denied!: MoneyByCurrency;
}

class ReplaySideDto implements ReplaySide {
  @ApiProperty({ ...sums, example: { allow: 14, needs_confirm: 0, needs_approval: 2, deny: 1 } })
  byVerdict!: Record<ActionVerdict, number>;
  @ApiProperty({ type: ReplayMoneyDto, description: 'Minor units by currency.' }) money!: ReplayMoneyDto;
}

class ReplayGroupDto {
  @ApiProperty({ example: 'refund' }) action!: string;
  @ApiProperty({ example: 'Refund' }) title!: string;
  @ApiProperty({ enum: ACTION_VERDICTS, enumName: 'ActionVerdict' }) before!: ActionVerdict;
  @ApiProperty({ enum: ACTION_VERDICTS, enumName: 'ActionVerdict' }) after!: ActionVerdict;
  @ApiProperty({ type: 'integer' }) runs!: number;
  @ApiProperty(sums) money!: MoneyByCurrency;
}

class ReplayVerdictDto {
  @ApiProperty({ enum: ACTION_VERDICTS, enumName: 'ActionVerdict' }) verdict!: ActionVerdict;
  @ApiProperty() reason!: string;
  @ApiProperty() rule!: string;
}

class ReplayExampleDto {
  @ApiProperty({ format: 'uuid' }) runId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) ticketId!: string | null;
  @ApiProperty() summary!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: ReplayVerdictDto }) before!: ReplayVerdictDto;
  @ApiProperty({ type: ReplayVerdictDto }) after!: ReplayVerdictDto;
}

export class PolicyReplayDto implements PolicyReplayBody {
  @ApiProperty({ type: 'integer' }) days!: number;
  @ApiProperty({ format: 'date-time' }) since!: string;
  @ApiProperty({ type: 'integer' }) runs!: number;
  @ApiProperty({
    type: 'integer',
    description: 'Judged as if nothing had been given before: facts of an older release.',
  })
  olderFacts!: number;
  @ApiProperty({ type: 'integer' }) changed!: number;
  @ApiProperty({ type: 'integer' }) tickets!: number;
  @ApiProperty({ type: ReplaySideDto }) before!: ReplaySideDto;
  @ApiProperty({ type: ReplaySideDto }) after!: ReplaySideDto;
  @ApiProperty({ type: [ReplayGroupDto] }) groups!: ReplayGroupDto[];
  @ApiProperty({ type: [ReplayExampleDto] }) examples!: ReplayExampleDto[];
}
