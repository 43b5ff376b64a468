import {
  ACTION_RISKS,
  ACTION_RUN_STATES,
  ACTION_VERDICTS,
  type ActionAvailabilityBody,
  type ActionBody,
  type ActionDecisionBody,
  type ActionEvidenceBody,
  type ActionFallbackBody,
  type ActionOfferBody,
  type ActionRisk,
  type ActionRunBody,
  type ActionRunPage,
  type ActionRunState,
  type ActionStepBody,
  type ActionVerdict,
  type Assurance,
  type Author,
  type CustomerTexts,
  type AuthorKind,
  type Money,
  type Page,
  type Role,
  ROLES,
} from '@satchel/contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const anObject = (description?: string) => ({
  type: 'object' as const,
  additionalProperties: true,
  ...(description && { description }),
});
const ASSURANCE = 'How sure it is who the customer is: 0 anonymous, 1 claimed, 2 matched, 3 verified.';

class FactDto {
  @ApiProperty() label!: string;
  @ApiProperty() value!: string;
}

class ActionAuthorDto implements Author {
  @ApiProperty({ enum: ['customer', 'person', 'ai', 'api', 'system'] }) kind!: AuthorKind;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) id!: string | null;
  @ApiProperty() name!: string;
}

class AmountDto implements Money {
  @ApiProperty({ type: 'integer', example: 2490, description: 'In minor units (cents).' }) amount!: number;
  @ApiProperty({ example: 'EUR' }) currency!: string;
}

class ActionFallbackDto implements ActionFallbackBody {
  @ApiProperty({ enum: ['create_task'] }) action!: 'create_task';
  @ApiProperty() reason!: string;
  @ApiProperty(anObject()) arguments!: Record<string, unknown>;
}

class ActionAvailabilityDto implements ActionAvailabilityBody {
  @ApiProperty() possible!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Why not.' }) reason!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) connectionId!: string | null;
  @ApiProperty(anObject('Arguments that follow from what was named.')) arguments!: Record<string, unknown>;
  @ApiProperty({ type: ActionFallbackDto, nullable: true }) fallback!: ActionFallbackDto | null;
}

export class ActionDto implements ActionBody {
  @ApiProperty({ example: 'refund' }) name!: string;
  @ApiProperty({ example: 'Refund' }) title!: string;
  @ApiProperty() description!: string;
  @ApiProperty({ enum: ACTION_RISKS, enumName: 'ActionRisk' }) risk!: ActionRisk;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 3, description: ASSURANCE }) assurance!: Assurance;
  @ApiProperty({ type: String, nullable: true, example: 'commerce' }) connectionKind!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'refund' }) capability!: string | null;
  @ApiProperty(anObject('JSON Schema of the arguments.')) arguments!: Record<string, unknown>;
  @ApiProperty({
    description: 'Asked for by its name, its schema lists what some arguments are chosen from (`oneOf`).',
  })
  choices!: boolean;
  @ApiProperty() undoable!: boolean;
  @ApiProperty({ type: ActionAvailabilityDto, nullable: true, description: 'Null when nothing was named to look at.' })
  availability!: ActionAvailabilityDto | null;
}

export class ActionPageDto implements Page<ActionBody> {
  @ApiProperty({ type: [ActionDto] }) data!: ActionDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null.' }) nextCursor!: string | null;
}

class ActionOfferDto implements ActionOfferBody {
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, nullable: true }) action!: string | null;
  @ApiProperty(anObject()) arguments!: Record<string, unknown>;
}

class ActionDecisionDto implements ActionDecisionBody {
  @ApiProperty({ enum: ACTION_VERDICTS, enumName: 'ActionVerdict' }) verdict!: ActionVerdict;
  @ApiProperty() reason!: string;
  @ApiProperty({ example: 'refund.amount' }) rule!: string;
  @ApiProperty({ type: 'integer' }) policyVersion!: number;
  @ApiProperty({ enum: ROLES, enumName: 'Role', nullable: true }) approver!: Role | null;
  @ApiProperty({ type: ActionOfferDto, nullable: true }) offer!: ActionOfferDto | null;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { en: 'A colleague has to look at this first.' },
    description: 'The same for the customer, by language.',
  })
  customerText?: CustomerTexts;
}

class ActionStepDto implements ActionStepBody {
  @ApiProperty({ example: 'Refund' }) name!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) connectionId!: string | null;
  @ApiProperty({ enum: ['waiting', 'performing', 'done', 'refused', 'failed', 'uncertain'] })
  state!: ActionStepBody['state'];
  @ApiProperty({ type: String, nullable: true }) error!: string | null;
}

class ActionEvidenceDto implements ActionEvidenceBody {
  @ApiProperty() source!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: [FactDto] }) facts!: FactDto[];
}

class ActionErrorDto {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'For people.' }) message!: string;
}

export class ActionRunDto implements ActionRunBody {
  @ApiProperty({ format: 'uuid', description: 'Goes to the outside system as the key of the change.' }) id!: string;
  @ApiProperty({ example: 'refund' }) action!: string;
  @ApiProperty({ example: 'Refund' }) title!: string;
  @ApiProperty({ enum: ACTION_RISKS, enumName: 'ActionRisk' }) risk!: ActionRisk;
  @ApiProperty({ enum: ACTION_RUN_STATES, enumName: 'ActionRunState' }) state!: ActionRunState;
  @ApiProperty({ example: 'Refunded 24.90 EUR for #1003' }) summary!: string;
  @ApiProperty(anObject()) arguments!: Record<string, unknown>;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) connectionId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) ticketId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) customerId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) orderId!: string | null;
  @ApiProperty({ type: String, nullable: true }) orderNumber!: string | null;
  @ApiProperty({ type: AmountDto, nullable: true }) amount!: AmountDto | null;
  @ApiProperty({ type: ActionAuthorDto }) actor!: ActionAuthorDto;
  @ApiProperty({ type: ActionDecisionDto }) decision!: ActionDecisionDto;
  @ApiProperty({ type: ActionAuthorDto, nullable: true }) decidedBy!: ActionAuthorDto | null;
  @ApiProperty({ type: [ActionStepDto] }) steps!: ActionStepDto[];
  @ApiProperty({ ...anObject(), nullable: true }) result!: Record<string, unknown> | null;
  @ApiProperty({ type: [ActionEvidenceDto], description: 'What was read back.' }) evidence!: ActionEvidenceDto[];
  @ApiProperty({ type: ActionErrorDto, nullable: true }) error!: ActionErrorDto | null;
  @ApiProperty({ type: ActionFallbackDto, nullable: true }) fallback!: ActionFallbackDto | null;
  @ApiProperty() undoable!: boolean;
  @ApiProperty({ type: String, nullable: true }) clientId!: string | null;
  @ApiProperty({ type: 'integer' }) attempts!: number;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) nextLookAt!: string | null;
}

export class ActionRunPageDto implements ActionRunPage {
  @ApiProperty({ type: [ActionRunDto], description: 'Newest first.' }) data!: ActionRunDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}
